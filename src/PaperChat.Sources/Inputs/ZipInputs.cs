using System.IO.Compression;

namespace PaperChat.Sources.Inputs;

/// <summary>
/// The files in a zip archive as inputs of their own, in ordinal order of their names, hidden ones and folders left out. Names in an
/// archive are shown and never used as paths. An archive within an archive is refused, as is one of too many files or of more content
/// than its size can honestly hold.
/// </summary>
internal static class ZipInputs
{
    // Each file is read through a directory of its own, so that the time grows with the square of the files.
    private const int MostEntries = 2_000;
    /// <summary>An archive that cannot be opened again and again is kept in memory while it is read.</summary>
    public const int MostStreamedBytes = 64 << 20;

    private const long MostBytes = 256L * 1024 * 1024 * 1024;

    public static bool IsZip(ReadOnlySpan<byte> head) => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>The format of an archive that is a document (ECMA-376); null for any other archive.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static string? DocumentFormat(FoundInput archive)
    {
        using var file = archive.Open!();
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return zip.GetEntry("[Content_Types].xml") is null ? null
            : zip.GetEntry("word/document.xml") is not null ? SourceFormats.Word
            : zip.GetEntry("ppt/presentation.xml") is not null ? SourceFormats.PowerPoint
            : null;
    }

    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static IReadOnlyList<FoundInput> In(FoundInput archive)
    {
        using var file = archive.Open!();
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        if (Problem(zip, file.Length) is { } problem)
        {
            return [FoundInput.Unreadable(archive.Location, $"{archive.Location} {problem}")];
        }

        var found = zip.Entries.Select((entry, at) => (entry.FullName, At: at))
            .Where(e => IsFile(e.FullName))
            .OrderBy(e => e.FullName, StringComparer.Ordinal)
            .Select(e => Entry(archive, e.FullName, e.At))
            .ToList();
        return found.Count > 0 ? found : [FoundInput.Unreadable(archive.Location, $"The zip archive {archive.Location} holds no file to read.")];
    }

    private static FoundInput Entry(FoundInput archive, string name, int at)
    {
        var shown = string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));
        return new FoundInput($"{archive.Location}/{shown}", $"{archive.Identity}\0{at}", () => new ZipEntryStream(archive.Open!(), at), null) { IsInArchive = true };
    }

    private static bool IsFile(string name) =>
        name.Length > 0 && !name.EndsWith('/') && !name.EndsWith('\\')
        && !name.Split('/', '\\').Any(part => (part.StartsWith('.') && part is not ("." or "..")) || part == "__MACOSX");

    // Entries that overlap, the trick of the largest bombs, claim more together than the archive can hold.
    private static string? Problem(ZipArchive zip, long size)
    {
        if (zip.Entries.Count > MostEntries)
        {
            return $"is a zip archive of {zip.Entries.Count} files, more than {MostEntries}. Unpack it and name the folder.";
        }

        var (content, compressed) = (0L, 0L);
        foreach (var entry in zip.Entries)
        {
            content += Math.Min(Math.Max(0, entry.Length), MostBytes);
            compressed += Math.Min(Math.Max(0, entry.CompressedLength), MostBytes);
        }

        return content > MostBytes || compressed > size || (content > BoundedDecompression.AlwaysAllowed && content / BoundedDecompression.HighestRatio > size)
            ? "is a zip archive that claims to hold more than its size can: it is refused as a zip bomb."
            : null;
    }
}
