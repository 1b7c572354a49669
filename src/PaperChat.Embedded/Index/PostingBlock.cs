using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Where one block of <see cref="Size"/> postings stands, and what a search needs to know to pass over it. Blocks and their packing
/// are described in docs/decisions/0007-segment-format.md.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct PostingBlock(int last, int offset, int placesOffset, byte gapBits, byte frequencyBits, byte titleBits, byte impact)
{
    /// <summary>Postings in a block; what is left at the end of a list stands behind the blocks as varints.</summary>
    public const int Size = 128;

    public const int Bytes = 16;

    /// <summary>The block's last document.</summary>
    public readonly int Last = last;

    /// <summary>Where the packed numbers begin, counted from the start of the term's postings.</summary>
    public readonly int Offset = offset;

    /// <summary>Where the block's places begin, counted from the start of the term's places.</summary>
    public readonly int PlacesOffset = placesOffset;

    public readonly byte GapBits = gapBits;
    public readonly byte FrequencyBits = frequencyBits;
    public readonly byte TitleBits = titleBits;

    /// <summary>An upper bound of what a posting of the block scores, see <see cref="Impact"/>.</summary>
    public readonly byte Impact = impact;

    public int PackedBytes => BitPacking.BytesOf(GapBits) + BitPacking.BytesOf(FrequencyBits) + BitPacking.BytesOf(TitleBits);
}
