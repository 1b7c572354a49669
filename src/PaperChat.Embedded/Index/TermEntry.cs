using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// One term of a segment. At <see cref="Offset"/> of the postings: for each document that holds it a varint gap to the one
/// before, times two, plus one when it stands there once, in the text; else its frequency in title and text follow, as varints.
/// After that: the places in the title, then in the text, as varint gaps from 0. Both parts have a CRC-32C, checked when they are read.
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
