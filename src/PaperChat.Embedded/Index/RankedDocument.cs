using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>A document with its score, in the order of results: the best first, then by paper id and chunk.</summary>
internal sealed record RankedDocument(LiveSegment Segment, int Document, double Score) : IComparable<RankedDocument>
{
    public PaperId Paper { get; } = new(Segment.File.PaperIds.Text(Segment.File.DocumentPapers[Document]));

    public int Ordinal => Segment.File.DocumentOrdinals[Document];

    public int CompareTo(RankedDocument? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var order = other.Score.CompareTo(Score);
        order = order != 0 ? order : Paper.CompareTo(other.Paper);
        return order != 0 ? order : Ordinal.CompareTo(other.Ordinal);
    }
}
