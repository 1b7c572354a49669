using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Console.Session;

/// <summary>What a conversation remembers: its turns, its filters, and which paper each number on the screen means.</summary>
internal sealed class Conversation(SearchFilters filters)
{
    private readonly List<Turn> _turns = [];

    public IReadOnlyList<Turn> Turns => _turns;

    public SearchFilters Filters { get; set; } = filters;

    /// <summary>The papers of the last list shown: sources, closest papers, hits or a page of the library.</summary>
    public IReadOnlyList<ListedPaper> Listed { get; private set; } = [];

    /// <summary>The user's earlier questions, as a follow-up needs them.</summary>
    public IReadOnlyList<string> History => [.. _turns.Where(t => t.Answer is not null).Select(t => t.Question)];

    public void Add(string question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _turns.Add(new Turn(question, answer));
        Listed = answer.Answered
            ? [.. answer.Citations.Select(c => new ListedPaper(c.Number, c.Paper, c.Quotes))]
            : [.. AnswerRenderer.ClosestPapers(answer).Select((p, i) => new ListedPaper(i + 1, p, []))];
    }

    public void AddStopped(string question) => _turns.Add(new Turn(question, null));

    public void Show(IReadOnlyList<SearchHit> hits) => Listed = [.. hits.Select(h => new ListedPaper(h.Rank, h.Paper, [h.Snippet]))];

    public void Show(IReadOnlyList<ListedPaper> papers) => Listed = papers;

    /// <summary>Forgets the turns; filters stay, as they were set by hand.</summary>
    public void Clear()
    {
        _turns.Clear();
        Listed = [];
    }
}
