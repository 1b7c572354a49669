using System.Runtime.CompilerServices;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Embedded;

/// <summary>
/// A library in a folder, read: a SQLite catalogue and the search index made from it. It sees each commit of a writer, in this
/// process or another, with the next call. It needs no permission to write to the folder.
/// </summary>
public sealed class EmbeddedLibrary : IPaperLibrary
{
    private readonly LibraryReaders _readers;

    private EmbeddedLibrary(LibraryReaders readers) => _readers = readers;

    /// <summary>Whether there is a library in the folder, empty or not; says nothing about whether it opens.</summary>
    public static bool ExistsIn(string folder) => LibraryFolder.At(folder).HoldsLibrary;

    /// <exception cref="LibraryException">There is no library in the folder, or it is damaged or not readable.</exception>
    /// <exception cref="IndexIncompatibleException">It was made by another version.</exception>
    public static Task<EmbeddedLibrary> OpenAsync(string folder, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(folder, time, model: null, cancellationToken);

    /// <summary>The same for queries whose vectors a model makes: the library's own, unless it has no vectors. Null is not compared.</summary>
    /// <exception cref="IndexIncompatibleException">The library's vectors were made by another model, or it was made by another version.</exception>
    public static async Task<EmbeddedLibrary> OpenAsync(
        string folder, TimeProvider time, EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(time);
        var at = LibraryFolder.At(folder);
        at.RequireLibrary();
        var library = new EmbeddedLibrary(new LibraryReaders(at));
        try
        {
            var own = await library._readers.ReadAsync((_, index) => index.Model, cancellationToken);
            return own is null || model is null || own.MakesSameVectors(model)
                ? library
                : throw EmbeddingModelCheck.Other(at, own, model);
        }
        catch
        {
            await library.DisposeAsync();
            throw;
        }
    }

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync((catalogue, _) => CatalogueMeta.ReadManifest(catalogue), cancellationToken);

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync((_, index) => index.State, cancellationToken);

    public Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _readers.ReadAsync(
            (_, index) => BothSearches.Run(index, request, cancellationToken),
            cancellationToken);
    }

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _readers.ReadAsync((catalogue, _) => PaperQueries.Find(catalogue, ids), cancellationToken);
    }

    public Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) =>
        _readers.ReadAsync((catalogue, _) => PaperQueries.FindRecords(catalogue, id), cancellationToken);

    public Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return _readers.ReadAsync((_, index) => IndexCounts.Count(index, filters), cancellationToken);
    }

    public async IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        await using var pages = await _readers.ListAsync(filters, cancellationToken);
        while (await pages.NextAsync(cancellationToken) is { Count: > 0 } page)
        {
            foreach (var paper in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return paper;
            }
        }
    }

    public Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync((_, index) => IndexCounts.ListedDaysOf(index), cancellationToken);

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _readers.ReadAsync<IReadOnlyList<long>>(
            (_, index) =>
            {
                var frequencies = new long[terms.Count];
                for (var i = 0; i < frequencies.Length; i++)
                {
                    frequencies[i] = index.FrequencyOf(terms[i]);
                }

                return frequencies;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(
        string word, int maxEdits, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        return _readers.ReadAsync<IReadOnlyList<SimilarWord>>(
            (_, index) => SimilarWords.Find(index, word, maxEdits, limit, cancellationToken), cancellationToken);
    }

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) =>
        _readers.ReadAsync<IReadOnlyList<IngestionRun>>((catalogue, _) => RunRows.Read(catalogue, limit), cancellationToken);

    public ValueTask DisposeAsync() => _readers.DisposeAsync();
}
