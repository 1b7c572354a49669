using System.IO.Enumeration;

namespace PaperChat.Sources.Inputs;

/// <summary>
/// Paths with <c>*</c> (any characters within a name), <c>?</c> (one character) and <c>**</c> as a whole name (any folders, or
/// none). Case counts except on Windows. Hidden entries never match.
/// </summary>
internal static class GlobPattern
{
    private static readonly char[] Separators = OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'];

    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>Existing paths, in ordinal order.</summary>
    public static IEnumerable<string> Match(string pattern)
    {
        var names = pattern.Split(Separators);
        var firstWild = Array.FindIndex(names, IsPattern);
        var root = pattern[..names.Take(firstWild).Sum(name => name.Length + 1)];
        return Match(root, names[firstWild..].Where(name => name.Length > 0).ToArray())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Match(string folder, ArraySegment<string> names)
    {
        var (name, rest) = (names[0], names[1..]);
        if (name == "**")
        {
            return rest.Count == 0 ? Everything(folder) : Match(folder, rest).Concat(Subfolders(folder).SelectMany(sub => Match(sub, names)));
        }

        var matching = Entries(folder).Where(entry =>
            FileSystemName.MatchesSimpleExpression(name, entry.Name, ignoreCase: OperatingSystem.IsWindows()));
        return rest.Count == 0
            ? matching.Select(entry => Path.Combine(folder, entry.Name))
            : matching.OfType<DirectoryInfo>().SelectMany(entry => Match(Path.Combine(folder, entry.Name), rest));
    }

    private static IEnumerable<string> Everything(string folder) =>
        Entries(folder).OfType<FileInfo>().Select(file => Path.Combine(folder, file.Name))
            .Concat(Subfolders(folder).SelectMany(Everything));

    private static IEnumerable<string> Subfolders(string folder) =>
        Entries(folder).OfType<DirectoryInfo>().Where(entry => entry.LinkTarget is null).Select(entry => Path.Combine(folder, entry.Name));

    private static FileSystemInfo[] Entries(string folder)
    {
        try
        {
            return FolderEntries.In(folder.Length == 0 ? "." : folder).ToArray();
        }
        catch (Exception failure) when (InputFailure.IsOne(failure))
        {
            return [];
        }
    }
}
