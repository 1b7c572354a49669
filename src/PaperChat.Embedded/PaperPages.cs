using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Embedded;

/// <summary>A list of papers, read page by page in one transaction.</summary>
internal sealed class PaperPages : IAsyncDisposable
{
    private const int PageSize = 256;

    private readonly LibraryReaders _readers;
    private readonly CatalogueReader _reader;
    private readonly List<PaperId>? _matching;
    private int _next;
    private PaperId? _last;

    public PaperPages(LibraryReaders readers, CatalogueReader reader, IndexSnapshot index, SearchFilters filters)
    {
        _readers = readers;
        _reader = reader;
        try
        {
            _matching = filters.IsEmpty ? null : Matching(index, filters);
        }
        finally
        {
            index.Release();
        }
    }

    /// <summary>The next papers; empty at the end.</summary>
    public Task<IReadOnlyList<Paper>> NextAsync(CancellationToken cancellationToken) => Task.Run(Next, cancellationToken);

    public ValueTask DisposeAsync()
    {
        try
        {
            _reader.End();
            _readers.Return(_reader);
        }
        catch (Exception e) when (LibraryFailure.Is(e))
        {
            _reader.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static List<PaperId> Matching(IndexSnapshot index, SearchFilters filters)
    {
        var ids = new List<PaperId>();
        foreach (var segment in index.Segments)
        {
            ids.AddRange(IndexCounts.MatchesIn(segment, filters).Select(p => new PaperId(segment.File.PaperIds.Text(p))));
        }

        ids.Sort();
        return ids;
    }

    private IReadOnlyList<Paper> Next()
    {
        try
        {
            var page = _matching is null
                ? PaperQueries.After(_reader.Connection, _last, PageSize)
                : PaperQueries.Find(_reader.Connection, _matching.GetRange(_next, Math.Min(PageSize, _matching.Count - _next)));
            if (_reader.IsStale)
            {
                throw new LibraryException(
                    $"The library in {_readers.Folder.Path} was changed while its papers were listed. Run this again.", isTransient: true);
            }

            _next = Math.Min(_next + PageSize, _matching?.Count ?? 0);
            _last = page.Count > 0 ? page[^1].Id : null;
            return page;
        }
        catch (Exception e) when (LibraryFailure.Is(e))
        {
            throw LibraryFailure.Of(_readers.Folder, e);
        }
    }
}
