using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// One term of a segment. At <see cref="Offset"/> of the postings stand a <see cref="PostingBlock"/> for each 128 of its documents,
/// the packed blocks, and the rest of the documents as varints (see <see cref="PostingCodec"/>); after that the places: for each
/// document those in the title, then those in the text, as varint gaps from 0. Both parts have a CRC-32C, checked when a term is
/// first read.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct TermEntry(long offset, int documents, int postingsLength, int placesLength, uint postingsChecksum, uint placesChecksum)
{
    public const int Size = 28;

    public readonly long Offset = offset;
    public readonly int Documents = documents;
    public readonly int PostingsLength = postingsLength;
    public readonly int PlacesLength = placesLength;
    public readonly uint PostingsChecksum = postingsChecksum;
    public readonly uint PlacesChecksum = placesChecksum;
}
