using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>The library that a question is asked of, for whoever looks further in it. The question's own filters always hold. Thread-safe.</summary>
public sealed class AskedLibrary
{
    private static readonly ConversationPast NoPast = new(null, []);

    private readonly IPaperLibrary _library;
    private readonly HybridRetriever _retriever;
    private readonly SimilarPapers _similar;
    private readonly Question _question;

    internal AskedLibrary(IPaperLibrary library, HybridRetriever retriever, TimeProvider time, EmbeddingModel? model, Question question, DateOnly today)
    {
        _library = library;
        _retriever = retriever;
        _similar = new SimilarPapers(library, time, model);
        _question = question;
        Today = today;
    }

    /// <summary>The day that relative dates count from.</summary>
    public DateOnly Today { get; }

    /// <summary>Ranks papers for other words than the question's.</summary>
    /// <param name="text">The words; filters in them are understood.</param>
    /// <param name="filters">Further filters; where the question sets one, the question's holds.</param>
    /// <param name="focus">Papers that are ranked in any case, unless a filter keeps them out.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Task<Ranking> RankAsync(string text, SearchFilters filters, IReadOnlyList<PaperId> focus, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var asked = _question with { Text = text, History = [], Filters = Both(_question.Filters, filters) };
        var (reading, _) = ConversationReader.Read(asked, NoPast, Today);
        return _retriever.RankAsync(reading, focus, cancellationToken);
    }

    /// <summary>The papers of these ids that the library holds and the question's filters let through, in this order.</summary>
    public async Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) =>
        [.. (await _library.GetAsync(ids, cancellationToken)).Where(_question.Filters.Matches)];

    /// <summary>Papers like one, most similar first.</summary>
    public async Task<IReadOnlyList<PaperId>> FindSimilarAsync(Paper paper, int limit, CancellationToken cancellationToken) =>
        [.. (await _similar.FindAsync(paper, _question.Filters, limit, cancellationToken)).Hits.Select(h => h.Paper.Id)];

    private static SearchFilters Both(SearchFilters question, SearchFilters further) => new()
    {
        Year = question.Year ?? further.Year,
        Venue = question.Venue ?? further.Venue,
        Author = question.Author ?? further.Author,
        Category = question.Category ?? further.Category,
        ListedFrom = question.ListedFrom ?? further.ListedFrom,
        ListedTo = question.ListedTo ?? further.ListedTo,
        Papers = question.Papers ?? further.Papers,
    };
}
