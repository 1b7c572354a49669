using PaperChat.Ingestion;
using PaperChat.TestSupport;

namespace PaperChat.Sources.Tests;

internal static class SourceReading
{
    public static async Task<List<SourceItem>> ReadAsync(string path, SourceOptions? options = null)
    {
        var source = Assert.Single(await FindAsync([path], options));
        return await ReadAsync(source);
    }

    public static async Task<List<SourceItem>> ReadTextAsync(string text, SourceOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        return await ReadAsync(folder.Write("input", text), options);
    }

    public static async Task<List<SourceItem>> ReadBytesAsync(byte[] bytes, SourceOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("input"), bytes, TestContext.Current.CancellationToken);
        return await ReadAsync(folder.File("input"), options);
    }

    public static async Task<List<SourceItem>> ReadAsync(IPaperSource source)
    {
        var items = new List<SourceItem>();
        await foreach (var item in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    public static Task<IReadOnlyList<IPaperSource>> FindAsync(string[] inputs, SourceOptions? options = null, Stream? standardInput = null) =>
        new SourceFinder(options ?? new SourceOptions()).FindAsync(inputs, standardInput, TestContext.Current.CancellationToken);

    public static List<SourceRecord> Papers(this IEnumerable<SourceItem> items) =>
        items.OfType<SourceItem.Read>().Select(item => item.Record).ToList();

    public static List<SourceItem.Rejected> Rejections(this IEnumerable<SourceItem> items) => items.OfType<SourceItem.Rejected>().ToList();

    public static SourceRecord OnlyPaper(this IEnumerable<SourceItem> items) =>
        Assert.IsType<SourceItem.Read>(Assert.Single(items)).Record;
}
