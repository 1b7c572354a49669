using PaperChat.TestSupport;

namespace PaperChat.Architecture.Tests;

/// <summary>The files that people write: everything in the repository but build output and the folders of tools.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
        [".git", ".vs", ".idea", ".vscode", "artifacts", "bin", "obj", "node_modules", "TestResults"];

    /// <summary>Paths below the root with <c>/</c> between folders, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(new DirectoryInfo(RepositoryFolder.Path)).Select(Relative).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> SourceFiles => Under("src/", ".cs");

    /// <summary>The files whose path starts and ends so.</summary>
    public static IEnumerable<string> Under(string folder, string ending) => Files.Where(f =>
        f.StartsWith(folder, StringComparison.Ordinal) && f.EndsWith(ending, StringComparison.Ordinal));

    public static string FullPath(string file) => Path.Combine(RepositoryFolder.Path, file);

    public static string Read(string file) => File.ReadAllText(FullPath(file));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles().Concat(
        folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name, StringComparer.OrdinalIgnoreCase)).SelectMany(Walk));

    private static string Relative(FileInfo file) =>
        Path.GetRelativePath(RepositoryFolder.Path, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
