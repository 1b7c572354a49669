using System.Globalization;
using System.Text;
using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>The files of a library: the catalogue, the lock of its writer, and the files of its search index.</summary>
internal sealed record LibraryFolder(string Path)
{
    private const string CatalogueName = "catalogue.db";
    private const string IndexFilter = "index-*";

    public string Catalogue => File(CatalogueName);

    public string WriteAheadLog => Catalogue + "-wal";

    public string Lock => File("writer.lock");

    public bool HoldsLibrary => System.IO.File.Exists(Catalogue);

    public static LibraryFolder At(string path) => new(System.IO.Path.GetFullPath(path));

    public static string SegmentName(long number) => string.Create(CultureInfo.InvariantCulture, $"index-{number:D8}.seg");

    public static string DeletesName(long number, long generation) =>
        string.Create(CultureInfo.InvariantCulture, $"index-{number:D8}-{generation}.del");

    /// <summary>The vectors of a segment. A file of another model has another name, so that both can be there while one replaces the other.</summary>
    public static string VectorsName(long number, EmbeddingModelInfo model) =>
        string.Create(CultureInfo.InvariantCulture, $"index-{number:D8}-{NameOf(model)}.vec");

    /// <summary>The vectors of a segment while they are made anew. It outlasts the writer, which may be stopped and go on later.</summary>
    public static string PartialVectorsName(long number, EmbeddingModelInfo model) =>
        string.Create(CultureInfo.InvariantCulture, $"reembed-{number:D8}-{NameOf(model)}.part");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void RequireLibrary()
    {
        if (!HoldsLibrary)
        {
            throw new LibraryException($"There is no library in {Path}. Make one with: paperchat-ingest PATH --library \"{Path}\"");
        }
    }

    /// <summary>
    /// Deletes index files that are not in use. A file that cannot go now (some systems keep mapped files) is left to a later
    /// writer.
    /// </summary>
    public void DeleteIndexFilesExcept(IReadOnlySet<string> inUse)
    {
        foreach (var file in Directory.EnumerateFiles(Path, IndexFilter))
        {
            if (!inUse.Contains(System.IO.Path.GetFileName(file)))
            {
                TryDelete(file);
            }
        }
    }

    /// <summary>Names, lengths and times of files. Whoever changes one of them, be it by damage of a disk that was copied, changes this.</summary>
    public string StampOf(IEnumerable<string> names)
    {
        var stamp = new StringBuilder();
        foreach (var name in names)
        {
            var file = new FileInfo(File(name));
            stamp.Append(CultureInfo.InvariantCulture, $"{name}:{(file.Exists ? file.Length : -1)}:{file.LastWriteTimeUtc.Ticks};");
        }

        return stamp.ToString();
    }

    /// <summary>Deletes the vectors that a stopped re-embedding left.</summary>
    public void DeletePartialVectors()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "reembed-*.part"))
        {
            TryDelete(file);
        }
    }

    public static void TryDelete(string file)
    {
        try
        {
            System.IO.File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some reader still maps it. It is in no manifest, so it does no harm.
        }
    }

    // Hashes come from models; a file name takes digits and letters only.
    private static string NameOf(EmbeddingModelInfo model) =>
        string.Concat(model.Hash.Where(char.IsAsciiLetterOrDigit).Take(16)).ToLowerInvariant();
}
