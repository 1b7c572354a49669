using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// A library that is read: safe for concurrent calls; every call sees one committed state (of several calls each may see a
/// newer one, without reopening). Failures are <see cref="LibraryException"/>; a filter that matches nothing returns nothing.
/// Libraries return candidates; fusion, folding to papers and ranking are Core's, so that every library ranks alike.
/// </summary>
public interface IPaperLibrary : IAsyncDisposable
{
    /// <summary>What the library was built with. Compared when it is opened, and shown by <c>library stats</c>.</summary>
    Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken);

    /// <summary>What is in it now.</summary>
    Task<LibraryState> GetStateAsync(CancellationToken cancellationToken);

    /// <summary>Chunks that match, best first: by BM25 over title and text, and by vector where one is given.</summary>
    Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>The papers with these ids or aliases, in the order asked for; unknown ones are left out.</summary>
    Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// The records that the paper with this id or alias is made of, by which <see cref="RecordMerge"/> makes it again, as it is or as it
    /// was on an earlier day; empty where there is no such paper.
    /// </summary>
    Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken);

    /// <summary>The number of papers that a filter lets through.</summary>
    Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken);

    /// <summary>All papers that a filter lets through, in the order of their ids.</summary>
    IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, CancellationToken cancellationToken);

    /// <summary>The days on which papers were listed, latest first (days without a year last); papers without a day are in none.</summary>
    Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken);

    /// <summary>Number of chunks that hold each analysed term in title or text; one figure a term, in order, 0 when unknown.</summary>
    Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken);

    /// <summary>
    /// Words of the library's texts (lower case, not stemmed) within <paramref name="maxEdits"/> Damerau-Levenshtein edits of
    /// <paramref name="word"/> that begin with the same letter (seldom mistyped, and it spares most of the word list), nearest first, then by frequency; the word itself comes first with 0 edits when it is known.
    /// A library that keeps no word list returns nothing.
    /// </summary>
    Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken);

    /// <summary>The ingestion runs, newest first.</summary>
    Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken);
}
