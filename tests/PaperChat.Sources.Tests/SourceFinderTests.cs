using System.IO.Compression;
using System.Text;
using PaperChat.Ingestion;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class SourceFinderTests : IDisposable
{
    private const string Json = """{"title":"Counting Rain","abstract":"We count."}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Json, SourceFormats.JsonLines)]
    [InlineData("title,abstract\nA,a", SourceFormats.Csv)]
    [InlineData("Daily Papers\n\nJul 28\n\nOn Counting Rain\n\nWe count the rain and find it wet.", SourceFormats.DailyPapers)]
    public async Task A_format_is_recognised_by_content_compressed_or_not(string text, string format)
    {
        var plain = _folder.Write("paper.bin", text);
        var compressed = WriteGzip("paper.txt", text);

        var sources = await FindAsync([plain, compressed]);

        Assert.Equal([(plain, format), (compressed, format)], sources.Select(source => (source.Location, source.Format)));
        Assert.All(await ReadAsync(sources[1]), item => Assert.IsType<SourceItem.Read>(item));
    }

    [Fact]
    public async Task A_folder_is_read_to_the_bottom_in_a_stable_order_without_hidden_files()
    {
        var expected = new[] { "a.jsonl", "b/x.jsonl", "b/y/z.jsonl", "c.jsonl" }.Select(name => _folder.Write(name, Json)).ToList();
        _folder.Write(".hidden.jsonl", Json);
        _folder.Write(".git/d.jsonl", Json);

        var sources = await FindAsync([_folder.Path]);

        Assert.Equal(expected.Select(Path.GetFullPath), sources.Select(source => Path.GetFullPath(source.Location)));
    }

    [Theory]
    [InlineData("*.jsonl", "a.jsonl c.jsonl")]
    [InlineData("?.jsonl", "a.jsonl c.jsonl")]
    [InlineData("*/x.*", "b/x.jsonl")]
    [InlineData("**/*.jsonl", "a.jsonl b/x.jsonl b/y/z.jsonl c.jsonl")]
    [InlineData("b/**", "b/x.jsonl b/y/z.jsonl")]
    [InlineData("b*", "b/x.jsonl b/y/z.jsonl")]
    public async Task Globs_need_no_shell(string pattern, string names)
    {
        foreach (var name in new[] { "a.jsonl", "b/x.jsonl", "b/y/z.jsonl", "c.jsonl", ".d.jsonl" })
        {
            _folder.Write(name, Json);
        }

        var sources = await FindAsync([Path.Combine(_folder.Path, pattern)]);

        Assert.Equal(names, string.Join(' ', sources.Select(source => Path.GetRelativePath(_folder.Path, source.Location).Replace('\\', '/'))));
    }

    [Fact]
    public async Task A_file_that_several_inputs_name_comes_once()
    {
        var path = _folder.Write("a.jsonl", Json);

        Assert.Single(await FindAsync([path, _folder.Path, Path.Combine(_folder.Path, "*.jsonl")]));
    }

    [Fact]
    public async Task What_nobody_can_read_is_reported_and_the_others_go_on()
    {
        _folder.Write("a.jsonl", Json);
        _folder.Write("b.txt", "A shopping list\nmilk\n");

        var sources = await FindAsync([_folder.Path, _folder.File("missing.csv")]);

        Assert.Equal(3, sources.Count);
        Assert.Single((await ReadAsync(sources[0])).Papers());
        Assert.Contains("b.txt is in no format that holds papers", Assert.Single((await ReadAsync(sources[1])).Rejections()).Reason);
        Assert.Contains("missing.csv does not exist", Assert.Single((await ReadAsync(sources[2])).Rejections()).Reason);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\n", "is empty")]
    [InlineData("\u0001\u0000\u0002title", "is a binary file")]
    [InlineData("PK\u0003\u0004", "is damaged or cut off")]
    [InlineData("[{\"name\":\"A\"}]", "JSON objects without a title")]
    [InlineData("<rss><channel/></rss>", "XML that PaperChat does not know")]
    [InlineData("{\"query\":\"A\"}\n", "JSON objects without a title")]
    [InlineData("<html><body>Papers</body></html>", "HTML")]
    [InlineData("milk\nbread\n", "no format that holds papers")]
    public async Task A_file_that_holds_no_papers_is_an_error_that_names_it(string text, string reason)
    {
        var path = _folder.Write("input", text);

        var error = await Assert.ThrowsAsync<SourceException>(() => FindAsync([path]));

        Assert.Contains(path, error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public async Task A_folder_without_files_a_missing_path_and_an_idle_glob_are_errors_that_name_them()
    {
        var error = await Assert.ThrowsAsync<SourceException>(() => FindAsync([_folder.Path, _folder.File("gone"), _folder.File("*.csv")]));

        Assert.Contains($"The folder {_folder.Path} holds no papers", error.Message);
        Assert.Contains($"{_folder.File("gone")} does not exist", error.Message);
        Assert.Contains($"No file matches {_folder.File("*.csv")}", error.Message);
    }

    [Fact]
    public void An_unknown_format_is_an_error_that_lists_the_known_ones()
    {
        var error = Assert.Throws<SourceException>(() => new SourceFinder(new SourceOptions { Format = "docx" }));

        Assert.Contains("daily-papers, daily-papers-html, hf-papers", error.Message);
    }

    [Fact]
    public async Task A_forced_format_is_used_against_the_look_of_the_input()
    {
        var path = _folder.Write("input", "{\"query\":\"A\"}\n" + Json);

        var items = await ReadAsync(path, new SourceOptions { Format = SourceFormats.JsonLines });

        Assert.Single(items.Papers());
        Assert.Equal(1, Assert.Single(items.Rejections()).Line);
    }

    [Fact]
    public async Task Standard_input_is_recognised_and_read_once_compressed_or_not()
    {
        var input = new MemoryStream(await File.ReadAllBytesAsync(WriteGzip("in", Json)));

        var source = Assert.Single(await FindAsync(["-"], standardInput: input));

        Assert.Equal("-", source.Location);
        var paper = Assert.IsType<SourceItem.Read>(Assert.Single(await ReadAsync(source)));
        Assert.Equal(input.Length, paper.BytesRead);
        Assert.Contains("read once", Assert.Single((await ReadAsync(source)).Rejections()).Reason);
    }

    [Theory]
    [InlineData(SourceFormats.JsonLines)]
    [InlineData(SourceFormats.Csv)]
    [InlineData(SourceFormats.DailyPapers)]
    public async Task A_truncated_gzip_file_yields_what_could_be_read_and_a_rejection(string format)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 3000).Select(i => $"Paper {i:D5} about rain|{string.Join(' ', Enumerable.Range(0, 50).Select(_ => "w" + random.Next()))}.".Split('|'));
        var text = format switch
        {
            SourceFormats.JsonLines => string.Concat(rows.Select(row => $$"""{"title":"{{row[0]}}","abstract":"{{row[1]}}"}""" + "\n")),
            SourceFormats.Csv => "title,abstract\n" + string.Concat(rows.Select(row => $"{row[0]},{row[1]}\n")),
            _ => "Daily Papers\n\nJul 28\n\n" + string.Concat(rows.Select(row => $"{row[0]}\n\n{row[1]}\n\n")),
        };
        var path = WriteGzip("whole", text);
        var bytes = await File.ReadAllBytesAsync(path);
        var whole = (await ReadAsync(path)).Papers();

        var items = await ReadBytesAsync(bytes[..(bytes.Length / 2)]);

        var papers = items.Papers();
        Assert.Equal(3000, whole.Count);
        Assert.InRange(papers.Count, 1000, 2000);
        Assert.Equal(whole.Take(papers.Count).Select(paper => paper.Abstract), papers.Select(paper => paper.Abstract));
        Assert.Contains("damaged or cut off", Assert.IsType<SourceItem.Rejected>(items[^1]).Reason);
    }

    [Fact]
    public async Task A_file_that_goes_away_before_it_is_read_is_a_rejection()
    {
        var path = _folder.Write("a.jsonl", Json);
        var source = Assert.Single(await FindAsync([path]));
        File.Delete(path);

        Assert.Contains("no longer there", Assert.Single((await ReadAsync(source)).Rejections()).Reason);
    }

    [Fact]
    public async Task Cancellation_is_thrown()
    {
        var source = Assert.Single(await FindAsync([_folder.Write("a.jsonl", Json)]));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in source.ReadAsync(new CancellationToken(canceled: true)))
            {
            }
        });
    }

    private string WriteGzip(string name, string text)
    {
        var path = _folder.File(name);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
