using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Comparison;
using PaperChat.Evidence;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Chat.Console.Session;

internal static class CompareSlashCommand
{
    // Of what the words of the aspect are worth.
    private const double HeldShare = 0.5;

    public static SlashCommand Command { get; } =
        new("compare", "N N", "papers side by side; also A | B by name; add : ASPECT", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (await ComparedPapers.ReadAsync(session, arguments, cancellationToken) is not { } compared)
        {
            return true;
        }

        if (compared.Aspect is null)
        {
            await TableAsync(session, compared.Papers, cancellationToken);
            return true;
        }

        foreach (var wording in ComparisonQuestion.Wordings(compared.Papers, compared.Aspect))
        {
            var question = Question(compared.Papers, wording);
            var evidence = await session.Pipeline.CollectAsync(question, cancellationToken);
            if (evidence.Refusal is null && compared.Papers.All(p => evidence.Items.Any(i => i.Paper.Paper.Paper.Id == p.Id)))
            {
                await AnswerAsync(session, compared, question, evidence, cancellationToken);
                return true;
            }
        }

        session.Say("These papers cannot be set side by side: not each of their abstracts says enough. /show N shows an abstract.", Palette.Warning);
        return true;
    }

    private static async Task TableAsync(ChatSession session, IReadOnlyList<Paper> papers, CancellationToken cancellationToken)
    {
        var comparison = ComparisonBuilder.Build(papers, []);
        if (session.Comparison is { } model)
        {
            comparison = await model.RewriteAsync(comparison, cancellationToken);
        }

        new ComparisonRenderer(session.Console, session.Quiet).Write(comparison);
        var question = ComparisonQuestion.Of(papers, aspect: null);
        session.Conversation.Add(question, ComparisonTurn.Of(comparison, question));
    }

    // The papers were picked by hand: no filter of the conversation hides one, and no turn before changes what is asked.
    private static Question Question(IReadOnlyList<Paper> papers, string wording) => new()
    {
        Text = QuestionText.Check(wording),
        Filters = SearchFilters.None with { Papers = [.. papers.Select(p => p.Id)] },
    };

    private static async Task AnswerAsync(
        ChatSession session, ComparedPapers compared, Question question, EvidenceSet evidence, CancellationToken cancellationToken)
    {
        if (compared.Aspect is { } aspect)
        {
            var silent = evidence.Items.Where(i => !SpeaksOf(i, evidence, aspect)).Select(i => PaperLines.Key(i.Key)).ToArray();
            if (silent.Length > 0)
            {
                var whose = silent.Length == evidence.Items.Count ? "These abstracts do" : $"The abstract of {string.Join(" and ", silent)} does";
                session.Say($"{whose} not speak of \"{TerminalText.Line(aspect)}\"; this is what comes nearest.", Palette.Warning);
            }
        }

        await session.AskAsync(question, ComparisonQuestion.Of(compared.Papers, compared.Aspect), cancellationToken);
    }

    // Titles make a comparison sure of its papers, whatever the aspect: that is looked for in the chosen sentences by itself.
    private static bool SpeaksOf(EvidenceItem item, EvidenceSet evidence, string aspect)
    {
        var asked = QuestionReader.Terms(aspect).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var said = item.Sentences.SelectMany(s => s.Tokens).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var terms = evidence.Ranking.Terms.Terms.Where(t => asked.Contains(t.Source.Term)).ToArray();
        return terms.Where(t => t.Forms.Any(f => said.Contains(f.Term))).Sum(t => t.Worth) >= HeldShare * terms.Sum(t => t.Worth);
    }
}
