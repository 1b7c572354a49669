using System.Text;
using PaperChat.Embedded.Vectors;
using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>A segment and what is gone from it: what one committed state sees of it. Owns a share of the segment.</summary>
internal sealed class LiveSegment : IDisposable
{
    public LiveSegment(long number, SegmentFile file, Deletions? deletions, string? deletionsName)
    {
        Number = number;
        File = file;
        Deletions = deletions;
        DeletionsName = deletionsName;
        Papers = file.Papers - (deletions?.Papers.Count() ?? 0);
        LiveDocuments = deletions is null ? null : LiveOf(file, deletions);
        TermCount = file.TotalLength - (LiveDocuments is null ? 0 : LengthOfDeleted(file, LiveDocuments));
        Documents = LiveDocuments?.Count() ?? file.Documents;
    }

    public long Number { get; }

    public SegmentFile File { get; }

    public Deletions? Deletions { get; }

    public string? DeletionsName { get; }

    /// <summary>One vector a document; null in a library without vectors. Owned like the file.</summary>
    public VectorFile? Vectors { get; init; }

    /// <summary>Documents that are left.</summary>
    public int Documents { get; }

    /// <summary>Papers that are left.</summary>
    public int Papers { get; }

    /// <summary>The sum of the lengths of the documents that are left.</summary>
    public long TermCount { get; }

    /// <summary>The documents that are left; null when all are.</summary>
    public Bits? LiveDocuments { get; }

    /// <summary>The files that it consists of.</summary>
    public IEnumerable<string> FileNames => ((string?[])[File.Name, DeletionsName, Vectors?.Name]).OfType<string>();

    public bool IsLive(int paper) => Deletions is null || !Deletions.Papers[paper];

    /// <summary>The number of a term; below 0 when no document holds it.</summary>
    public int FindTerm(ReadOnlySpan<byte> utf8) => File.Terms.Find(utf8);

    public int FindTerm(string term) => FindTerm(Encoding.UTF8.GetBytes(term));

    /// <summary>Documents that are left and hold a term.</summary>
    public int FrequencyOf(string term, int number) => File.TermEntries[number].Documents - (Deletions?.TermCount(term) ?? 0);

    /// <summary>The number of a paper by its id; -1 when it is not here (any more).</summary>
    public int FindPaper(PaperId id) => File.FindPaper(id) is >= 0 and var paper && IsLive(paper) ? paper : -1;

    /// <summary>The same view with an owner of its own.</summary>
    public LiveSegment Share()
    {
        File.Share();
        Vectors?.Share();
        return (LiveSegment)MemberwiseClone();
    }

    public LiveSegment With(Deletions deletions, string name) => new(Number, File.Share(), deletions, name) { Vectors = Vectors?.Share() };

    /// <summary>The same with other vectors, which it owns.</summary>
    public LiveSegment WithVectors(VectorFile? vectors) => new(Number, File.Share(), Deletions, DeletionsName) { Vectors = vectors };

    public void Dispose()
    {
        File.Dispose();
        Vectors?.Dispose();
    }

    private static long LengthOfDeleted(SegmentFile file, Bits live)
    {
        var lengths = file.DocumentLengths;
        var deleted = 0L;
        for (var document = 0; document < lengths.Length; document++)
        {
            deleted += live[document] ? 0 : lengths[document];
        }

        return deleted;
    }

    private static Bits LiveOf(SegmentFile file, Deletions deletions)
    {
        var live = new Bits(file.Documents);
        var papers = file.DocumentPapers;
        for (var document = 0; document < papers.Length; document++)
        {
            if (!deletions.Papers[papers[document]])
            {
                live.Set(document);
            }
        }

        return live;
    }
}
