using System.Buffers.Binary;

namespace PaperChat.Embedded.Index;

/// <summary>The first bytes of a segment file.</summary>
internal static class SegmentHeader
{
    public const int SectionCount = (int)SegmentSection.Count;

    private const int EntrySize = 20;
    private const int SectionsAt = 16;
    private const uint FormatVersion = 3;

    public static int Size => (SectionsAt + (SectionCount * EntrySize) + 4 + 7) / 8 * 8;

    private static ReadOnlySpan<byte> Magic => "PCSEG\r\n\0"u8;

    public static byte[] Write(IReadOnlyList<SectionRange> sections)
    {
        var header = new byte[Size];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            var entry = header.AsSpan(SectionsAt + (i * EntrySize));
            BinaryPrimitives.WriteInt64LittleEndian(entry, sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], sections[i].Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], sections[i].Checksum);
        }

        var end = SectionsAt + (SectionCount * EntrySize);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(end), Checksum.Of(header.AsSpan(0, end)));
        return header;
    }

    /// <summary>The sections, all of them inside the file; anything else is an <see cref="InvalidDataException"/>.</summary>
    public static SectionRange[] Read(ReadOnlySpan<byte> file, long fileLength)
    {
        var end = SectionsAt + (SectionCount * EntrySize);
        if (file.Length < Size || !file[..8].SequenceEqual(Magic))
        {
            throw new InvalidDataException("it is cut short or no segment");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file[8..]) != FormatVersion
            || BinaryPrimitives.ReadInt32LittleEndian(file[12..]) != SectionCount)
        {
            throw new InvalidDataException("it has another format version");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file[end..]) != Checksum.Of(file[..end]))
        {
            throw new InvalidDataException("the checksum of its header does not match");
        }

        var sections = new SectionRange[SectionCount];
        for (var i = 0; i < SectionCount; i++)
        {
            var entry = file[(SectionsAt + (i * EntrySize))..];
            sections[i] = new SectionRange(
                BinaryPrimitives.ReadInt64LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]));
            if (sections[i].Offset < Size || sections[i].Length < 0 || sections[i].Offset > fileLength - sections[i].Length)
            {
                throw new InvalidDataException("it is cut short");
            }
        }

        return sections;
    }
}
