using System.Reflection;

namespace PaperChat.Chat.Web;

/// <summary>The page's files, which travel inside the program. A name is a key among these, never a path.</summary>
internal static class PageFiles
{
    public const string Index = "index.html";

    private const string Folder = "page/";

    private static readonly Lazy<IReadOnlyDictionary<string, PageFile>> Loaded = new(Load);

    public static IReadOnlyCollection<PageFile> All => [.. Loaded.Value.Values];

    /// <summary>Null where the page has no such file.</summary>
    public static PageFile? Find(string name) => Loaded.Value.GetValueOrDefault(name);

    private static Dictionary<string, PageFile> Load()
    {
        var program = typeof(PageFiles).Assembly;
        return program.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => new PageFile(n[Folder.Length..], Read(program, n))).ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    private static byte[] Read(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
