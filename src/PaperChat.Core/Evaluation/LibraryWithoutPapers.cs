using System.Runtime.CompilerServices;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evaluation;

/// <summary>
/// A library as if some papers were not in it: they are not found, listed or counted, and words that only they hold are not
/// known. Weights of terms in the inner library's scores stay as they are. It does not own the inner library.
/// </summary>
public sealed class LibraryWithoutPapers(IPaperLibrary inner, IReadOnlySet<PaperId> hidden) : IPaperLibrary
{
    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => inner.GetManifestAsync(cancellationToken);

    public async Task<LibraryState> GetStateAsync(CancellationToken cancellationToken)
    {
        var state = await inner.GetStateAsync(cancellationToken);
        var gone = (await HiddenPapersAsync(cancellationToken)).Count;
        return state with { Papers = state.Papers - gone, Chunks = Math.Max(0, state.Chunks - gone) };
    }

    public async Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var limit = request.Limit + hidden.Count; ; limit *= 2)
        {
            var found = await inner.SearchAsync(request with { Limit = limit }, cancellationToken);
            var lexical = Visible(found.Lexical, request.Limit);
            var dense = Visible(found.Dense, request.Limit);

            // A hidden paper of many chunks can take up a whole list; then a longer one is needed.
            if (IsEnough(lexical, found.Lexical, request.Limit, limit) && IsEnough(dense, found.Dense, request.Limit, limit))
            {
                return new CandidateLists(lexical, dense);
            }
        }
    }

    public async Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) =>
        [.. (await inner.GetAsync(ids, cancellationToken)).Where(p => !hidden.Contains(p.Id))];

    public async Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) =>
        (await GetAsync([id], cancellationToken)).Count > 0 ? await inner.GetRecordsAsync(id, cancellationToken) : [];

    public async Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var gone = (await HiddenPapersAsync(cancellationToken)).Count(filters.Matches);
        return await inner.CountAsync(filters, cancellationToken) - gone;
    }

    public async IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var paper in inner.ListAsync(filters, cancellationToken))
        {
            if (!hidden.Contains(paper.Id))
            {
                yield return paper;
            }
        }
    }

    public async Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken)
    {
        var gone = (await HiddenPapersAsync(cancellationToken)).Where(p => p.Listed is not null).CountBy(p => p.Listed!.Value).ToDictionary();
        var days = await inner.GetListedDaysAsync(cancellationToken);
        return [.. days.Select(d => d with { Papers = d.Papers - gone.GetValueOrDefault(d.Day) }).Where(d => d.Papers > 0)];
    }

    public async Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var frequencies = await inner.GetDocumentFrequenciesAsync(terms, cancellationToken);
        var gone = CountHolders(await HiddenPapersAsync(cancellationToken), text => TextAnalyzer.AnalyzeStored(text).Select(t => t.Term));
        return [.. frequencies.Select((f, i) => Math.Max(0, f - gone.GetValueOrDefault(terms[i])))];
    }

    public async Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(
        string word, int maxEdits, int limit, CancellationToken cancellationToken)
    {
        var gone = CountHolders(await HiddenPapersAsync(cancellationToken), WordsOf);
        var found = await inner.FindSimilarWordsAsync(word, maxEdits, limit + gone.Count, cancellationToken);
        return [.. found
            .Select(w => w with { Frequency = w.Frequency - gone.GetValueOrDefault(w.Word) })
            .Where(w => w.Frequency > 0)
            .OrderBy(w => w.Edits).ThenByDescending(w => w.Frequency).Take(limit)];
    }

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) =>
        inner.GetRunsAsync(limit, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<IReadOnlyList<Paper>> HiddenPapersAsync(CancellationToken cancellationToken) =>
        inner.GetAsync([.. hidden], cancellationToken);

    private Candidate[] Visible(IReadOnlyList<Candidate> list, int limit) =>
        [.. list.Where(c => !hidden.Contains(c.Paper)).Take(limit)];

    private static bool IsEnough(Candidate[] visible, IReadOnlyList<Candidate> found, int wanted, int askedFor) =>
        visible.Length >= wanted || found.Count < askedFor;

    private static IEnumerable<string> WordsOf(string stored) => TextAnalyzer.Words(TextCleaner.Clean(stored).Text).Select(w => w.Text);

    private static Dictionary<string, long> CountHolders(IReadOnlyList<Paper> papers, Func<string, IEnumerable<string>> split) =>
        papers
            .SelectMany(p => new[] { p.Title, p.Abstract, p.Body ?? "" }.SelectMany(split).Distinct(StringComparer.Ordinal))
            .CountBy(w => w, StringComparer.Ordinal)
            .ToDictionary(c => c.Key, c => (long)c.Value, StringComparer.Ordinal);
}
