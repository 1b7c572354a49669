using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The index of one committed state: the segments that the catalogue names. Owned by whoever loaded it and by each call that
/// acquired it; the last one to release it lets go of the files.
/// </summary>
internal sealed class IndexSnapshot
{
    private readonly Lazy<LibraryState> _state;
    private readonly FoundTerms _terms;
    private int _uses = 1;

    private IndexSnapshot(long generation, IReadOnlyList<LiveSegment> segments)
    {
        Generation = generation;
        Segments = segments;
        _terms = new FoundTerms(segments);
        Documents = segments.Sum(s => (long)s.Documents);
        Papers = segments.Sum(s => (long)s.Papers);
        Bm25 = new Bm25(Documents, Documents == 0 ? 0 : (double)segments.Sum(s => s.TermCount) / Documents);
        AverageLength = Documents == 0 ? 0 : (double)segments.Sum(s => s.TermCount) / Documents;
        _state = new Lazy<LibraryState>(() => IndexCounts.StateOf(this));
    }

    public long Generation { get; }

    /// <summary>The model of the vectors; null when there are none.</summary>
    public EmbeddingModelInfo? Model { get; private init; }

    public IReadOnlyList<LiveSegment> Segments { get; }

    public long Documents { get; }

    public long Papers { get; }

    public Bm25 Bm25 { get; }

    /// <summary>Counted once, by a caller that holds a use.</summary>
    public LibraryState State => _state.Value;

    /// <summary>Mean number of terms of a document, title and text.</summary>
    public double AverageLength { get; }

    /// <summary>
    /// Opens what the catalogue names, in the transaction that the caller holds. Segments that <paramref name="known"/> has open
    /// are shared. A file that is missing is a <see cref="FileNotFoundException"/>: damage, or a writer that was faster.
    /// </summary>
    public static IndexSnapshot Load(SqliteConnection connection, LibraryFolder folder, IndexSnapshot? known)
    {
        var segments = new List<LiveSegment>();
        var model = CatalogueMeta.ReadEmbeddingModel(connection);
        try
        {
            foreach (var (number, file, deletes) in SegmentRows.Read(connection))
            {
                segments.Add(Open(folder, number, file, deletes, model, known));
            }

            var snapshot = new IndexSnapshot(CatalogueMeta.Get<long>(connection, CatalogueMeta.Generation), segments) { Model = model };
            var chunks = CatalogueMeta.Get<long>(connection, CatalogueMeta.Chunks);
            return snapshot.Documents == chunks
                ? snapshot
                : throw LibraryFailure.IndexDamaged(folder, "all files", $"it holds {snapshot.Documents} chunks of {chunks}");
        }
        catch
        {
            segments.ForEach(s => s.Dispose());
            throw;
        }
    }

    public FoundTerm Find(string term) => _terms.Find(term);

    /// <summary>Documents that are left and hold a term.</summary>
    public long FrequencyOf(string term) => Find(term).Frequency;

    public bool TryAcquire()
    {
        var uses = Volatile.Read(ref _uses);
        while (uses > 0)
        {
            var before = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
            if (before == uses)
            {
                return true;
            }

            uses = before;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            foreach (var segment in Segments)
            {
                segment.Dispose();
            }
        }
    }

    private static LiveSegment Open(
        LibraryFolder folder, long number, string name, string? deletes, EmbeddingModelInfo? model, IndexSnapshot? known)
    {
        var vectorsName = model is null ? null : LibraryFolder.VectorsName(number, model);
        var open = known?.Segments.FirstOrDefault(s => s.Number == number);
        if (open is not null && open.DeletionsName == deletes && open.Vectors?.Name == vectorsName)
        {
            return open.Share();
        }

        var current = name;
        SegmentFile? file = null;
        VectorFile? vectors = null;
        try
        {
            file = open?.File.Share() ?? SegmentFile.Open(folder.File(name));
            current = deletes ?? name;
            var deletions = deletes is null ? null : Deletions.Read(folder.File(deletes), file.Papers);
            current = vectorsName ?? current;
            vectors = model is null ? null : SegmentVectors.Open(folder, number, model, file.Documents);
            return new LiveSegment(number, file, deletions, deletes) { Vectors = vectors };
        }
        catch (Exception e) when (e is InvalidDataException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            file?.Dispose();
            vectors?.Dispose();
            throw LibraryFailure.IndexDamaged(folder, current, e.Message, e);
        }
        catch
        {
            file?.Dispose();
            vectors?.Dispose();
            throw;
        }
    }
}
