using System.Globalization;
using System.IO.Compression;
using PaperChat.Peers.Papers;

namespace PaperChat.Peers.Tests.Papers;

public sealed class CorpusWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public CorpusWriterTests()
    {
        _data = _folder.Folder("data");
        _folder.File(Path.Combine("data", "papers-0.jsonl"), [.. Enumerable.Range(0, 6).Select(LineOf)]);
        using var zipped = new GZipStream(File.Create(Path.Combine(_data, "papers-1.jsonl.gz")), CompressionMode.Compress);
        using var writer = new StreamWriter(zipped);
        foreach (var line in Enumerable.Range(6, 4).Select(LineOf))
        {
            writer.WriteLine(line);
        }
    }

    [Fact]
    public async Task A_smaller_size_is_spread_evenly_over_the_files()
    {
        Assert.Equal(["paper1", "paper3", "paper5", "paper7", "paper9"], await IdsAsync(5));
    }

    [Fact]
    public async Task The_size_of_the_data_is_the_data()
    {
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"paper{i}"), await IdsAsync(10));
    }

    [Fact]
    public async Task A_larger_size_adds_mixed_papers_after_the_real_ones_for_as_many_rounds_as_it_takes()
    {
        var ids = await IdsAsync(25);

        Assert.Equal(25, ids.Distinct().Count());
        Assert.Equal(["paper9", "mixed:1:0"], ids[9..11]);
        Assert.Equal(["mixed:1:9", "mixed:2:0", "mixed:2:1"], ids[19..22]);
    }

    [Fact]
    public async Task A_folder_without_papers_is_named_in_the_error()
    {
        var empty = _folder.Folder("empty");

        var error = await Assert.ThrowsAsync<PaperChatException>(() => CorpusWriter.CreateAsync(empty, TestContext.Current.CancellationToken));

        Assert.Contains(empty, error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string[]> IdsAsync(int papers)
    {
        var writer = await CorpusWriter.CreateAsync(_data, TestContext.Current.CancellationToken);
        var corpus = await writer.WriteAsync(papers, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(new FileInfo(corpus.Path).Length, corpus.Bytes);
        return [.. (await File.ReadAllLinesAsync(corpus.Path, TestContext.Current.CancellationToken)).Select(l => PaperFiles.Parse(l).Id)];
    }

    private static string LineOf(int i) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"id": "paper{{i}}", "title": "Title {{i}}", "abstract": "First of {{i}}. Second of {{i}}."}""");
}
