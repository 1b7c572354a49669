using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The segments as a writer's open transaction has them, with their rows in the manifest and what was deleted from them. Owns the
/// segments. Not thread-safe.
/// </summary>
internal sealed class ManifestSegments(SqliteConnection connection, SegmentFiles files) : IDisposable
{
    private readonly Dictionary<long, Deletions> _deleted = [];
    private List<LiveSegment> _all = [];

    public IReadOnlyList<LiveSegment> All => _all;

    /// <summary>Takes over the segments of a snapshot.</summary>
    public void Start(IndexSnapshot snapshot) => Replace([.. snapshot.Segments.Select(s => s.Share())]);

    /// <summary>Takes all segments out, with what was deleted from them.</summary>
    public void Clear()
    {
        Replace([]);
        SegmentRows.RemoveAll(connection);
        _deleted.Clear();
    }

    /// <summary>Adds the segment of a number, whose files are there.</summary>
    public LiveSegment Add(long number)
    {
        SegmentRows.Add(connection, number, LibraryFolder.SegmentName(number));
        var segment = files.Open(number);
        _all.Add(segment);
        return segment;
    }

    /// <summary>Puts the segment of a number, whose files are there, in the place of others.</summary>
    public void Exchange(IReadOnlyList<LiveSegment> sources, long number)
    {
        Add(number);
        Drop(sources);
    }

    public void Drop(IReadOnlyList<LiveSegment> sources)
    {
        foreach (var source in sources)
        {
            SegmentRows.Remove(connection, source.Number);
            _all.Remove(source);
            source.Dispose();
        }
    }

    /// <summary>Opens the vectors of all segments anew, after <paramref name="write"/> has written those of each.</summary>
    public void ExchangeVectors(Action<LiveSegment> write)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            var segment = _all[i];
            write(segment);
            _all[i] = segment.WithVectors(files.OpenVectors(segment.Number, segment.File.Documents));
            segment.Dispose();
        }
    }

    /// <summary>The paper, as it was indexed so far, is no more. Its texts tell which frequencies go down.</summary>
    public void Remove(StoredPaper paper)
    {
        foreach (var segment in _all)
        {
            if (segment.FindPaper(paper.Paper.Id) is >= 0 and var number)
            {
                Remove(segment, number, paper);
                return;
            }
        }
    }

    public void Remove(LiveSegment segment, int number, StoredPaper paper)
    {
        if (!_deleted.TryGetValue(segment.Number, out var deletions))
        {
            deletions = segment.Deletions?.Copy() ?? new Deletions(segment.File.Papers);
            _deleted[segment.Number] = deletions;
        }

        deletions.Add(number, paper);
    }

    /// <summary>Writes what was deleted since the last call. One call a transaction.</summary>
    public void WriteDeletions()
    {
        if (_deleted.Count == 0)
        {
            return;
        }

        // The number of the next segment is never used twice, also not by a writer that was killed and its successor.
        var generation = SegmentRows.TakeNumber(connection);
        for (var i = 0; i < _all.Count; i++)
        {
            var segment = _all[i];
            if (_deleted.TryGetValue(segment.Number, out var deletions))
            {
                var name = LibraryFolder.DeletesName(segment.Number, generation);
                files.WriteFile(name, stream =>
                {
                    stream.Write(deletions.Write());
                    (stream as FileStream)?.Flush(flushToDisk: true);
                });
                SegmentRows.SetDeletes(connection, segment.Number, name);
                _all[i] = segment.With(deletions, name);
                segment.Dispose();
            }
        }

        _deleted.Clear();
    }

    public void Dispose() => Replace([]);

    private void Replace(List<LiveSegment> segments)
    {
        _all.ForEach(s => s.Dispose());
        _all = segments;
    }
}
