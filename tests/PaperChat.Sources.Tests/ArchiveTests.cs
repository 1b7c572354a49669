using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Ingestion;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class ArchiveTests : IDisposable
{
    private const string Json = """{"title":"Counting Rain","abstract":"We count."}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_of_a_zip_archive_is_a_source_in_its_own_format()
    {
        var path = Zip(("b/refs.bib", Encoding.UTF8.GetBytes(Samples.Bibtex)), ("a.jsonl.gz", Gzip(Json)), (".hidden", [1]), ("__MACOSX/x", [1]), ("../../up.csv", Encoding.UTF8.GetBytes(Samples.Csv)));

        var sources = await FindAsync([path]);

        Assert.Equal(
            [($"{path}/../../up.csv", SourceFormats.Csv), ($"{path}/a.jsonl.gz", SourceFormats.JsonLines), ($"{path}/b/refs.bib", SourceFormats.Bibtex)],
            sources.Where(s => s.Format != "unrecognised").Select(s => (s.Location, s.Format)).OrderBy(s => s.Location, StringComparer.Ordinal));
        var papers = 0;
        foreach (var source in sources)
        {
            papers += (await ReadAsync(source)).Papers().Count;
            Assert.Equal(papers, papers + (await ReadAsync(source)).Rejections().Count);
        }

        Assert.Equal(5, papers);
    }

    [Fact]
    public async Task An_archive_on_standard_input_is_unpacked()
    {
        var path = Zip(("a.jsonl", Encoding.UTF8.GetBytes(Json)), ("b/refs.bib", Encoding.UTF8.GetBytes(Samples.Bibtex)));
        using var pipe = new PipeLikeStream(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));

        var sources = await FindAsync(["-"], standardInput: pipe);

        Assert.Equal(["-/a.jsonl", "-/b/refs.bib"], sources.Select(s => s.Location));
        Assert.Equal("Counting Rain", (await ReadAsync(sources[0])).OnlyPaper().Title);
    }

    [Fact]
    public async Task An_archive_on_standard_input_larger_than_memory_allows_is_refused()
    {
        var path = Zip(("a.jsonl", RandomNumberGenerator.GetBytes(65 << 20)));
        using var pipe = new PipeLikeStream(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));

        var error = await Assert.ThrowsAsync<SourceException>(() => FindAsync(["-"], standardInput: pipe));

        Assert.Contains("save it to a file", error.Message);
    }

    [Fact]
    public async Task An_archive_in_an_archive_is_refused_and_the_rest_read()
    {
        var inner = await File.ReadAllBytesAsync(Zip(("a.jsonl", Encoding.UTF8.GetBytes(Json))), TestContext.Current.CancellationToken);

        var sources = await FindAsync([Zip(("inner.zip", inner), ("b.jsonl", Encoding.UTF8.GetBytes(Json)))]);

        Assert.Single((await ReadAsync(sources[0])).Papers());
        Assert.Contains("zip archive in another", Assert.Single((await ReadAsync(sources[1])).Rejections()).Reason);
    }

    [Fact]
    public async Task An_archive_that_claims_more_than_it_can_hold_is_refused()
    {
        var path = Zip(("bomb.jsonl", Repeated(" ", 100_000_000)));

        var error = await Assert.ThrowsAsync<SourceException>(() => FindAsync([path]));

        Assert.Contains("zip bomb", error.Message);
    }

    [Fact]
    public async Task A_gzip_bomb_is_read_to_the_bound_and_refused_from_there()
    {
        var path = _folder.File("bomb.gz");
        await using (var file = File.Create(path))
        {
            await using var gzip = new GZipStream(file, CompressionLevel.Optimal);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Json + "\n"), TestContext.Current.CancellationToken);
            await gzip.WriteAsync(Repeated(" ", 100_000_000), TestContext.Current.CancellationToken);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("\n" + Json + "\n"), TestContext.Current.CancellationToken);
        }

        var items = await ReadAsync(path);

        Assert.Single(items.Papers());
        Assert.Contains("is refused", items.Rejections()[^1].Reason);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("empty")]
    public async Task A_damaged_or_empty_archive_is_an_error_that_names_it(string kind)
    {
        var path = kind == "empty" ? Zip() : Zip(("a.jsonl", Encoding.UTF8.GetBytes(Json)));
        if (kind == "damaged")
        {
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(path, bytes[..(bytes.Length - 10)], TestContext.Current.CancellationToken);
        }

        Assert.Contains(path, (await Assert.ThrowsAsync<SourceException>(() => FindAsync([path]))).Message);
    }

    private static byte[] Repeated(string text, int length) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, length / text.Length)));

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private string Zip(params (string Name, byte[] Content)[] files)
    {
        var path = _folder.File($"archive{Directory.GetFiles(_folder.Path).Length}.bin");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return path;
    }

    private sealed class PipeLikeStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
