namespace PaperChat.Sources.Inputs;

/// <summary>What a folder holds, hidden entries aside, in ordinal order of the names on every platform.</summary>
internal static class FolderEntries
{
    private static readonly EnumerationOptions NothingSkipped = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public static IEnumerable<FileSystemInfo> In(string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFileSystemInfos("*", NothingSkipped)
            .Where(entry => !IsHidden(entry))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);
}
