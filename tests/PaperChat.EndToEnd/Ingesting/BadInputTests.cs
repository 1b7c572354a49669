using System.Text;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>Input that is not what it should be: a clear message, exit code 1, and nothing lost of what is good or was there.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const int PapersBefore = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly IngestRun _ingest;

    public BadInputTests() => _ingest = new IngestRun(_folder.File("library"));

    public async ValueTask InitializeAsync()
    {
        var result = await _ingest.RunAsync(_folder.Write("before.jsonl", WrittenPapers.Lines(1, PapersBefore)));
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_empty_file_is_named_as_empty()
    {
        await ExpectFailureAsync(_folder.Write("empty.txt", ""), "empty");
    }

    [Fact]
    public async Task A_folder_without_papers_is_named()
    {
        _folder.Write(Path.Combine("notes", "shopping.txt"), "Two loaves, a dozen eggs.\n");

        await ExpectFailureAsync(_folder.File("notes"), "shopping.txt");
    }

    [Fact]
    public async Task An_empty_folder_is_named()
    {
        await ExpectFailureAsync(Directory.CreateDirectory(_folder.File("hollow")).FullName, "hollow");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await ExpectFailureAsync(_folder.File("missing.txt"), "missing.txt");
    }

    [Fact]
    public async Task A_binary_file_is_named_as_binary()
    {
        var path = _folder.File("image.bin");
        await File.WriteAllBytesAsync(path, [.. Enumerable.Range(0, 5000).Select(index => (byte)(index * 7))], TestContext.Current.CancellationToken);

        await ExpectFailureAsync(path, "binary");
    }

    [Fact]
    public async Task A_line_of_200_MB_is_rejected_and_its_neighbours_go_in()
    {
        var path = _folder.File("long.jsonl");
        await using (var file = File.Create(path))
        {
            var chunk = new byte[1024 * 1024];
            Array.Fill(chunk, (byte)'a');
            await file.WriteAsync(Encoding.UTF8.GetBytes(WrittenPapers.Lines(3, 3) + """{"title":" """));
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                await file.WriteAsync(chunk);
            }

            await file.WriteAsync(Encoding.UTF8.GetBytes("\"}\n" + WrittenPapers.Lines(4, 4)));
        }

        var result = await _ingest.ExpectAsync(1, added: 2, changed: 0, unchanged: 0, rejected: 1, path);

        Assert.Contains("long.jsonl:2", result.Error, StringComparison.Ordinal);
        Assert.Equal(PapersBefore + 2, await _ingest.CountPapersAsync());
    }

    [Fact]
    public async Task A_record_in_invalid_UTF8_is_rejected_and_its_neighbours_go_in()
    {
        var path = _folder.File("latin.jsonl");
        byte[] latin = [.. "{\"title\":\"Caf"u8, 0xE9, .. " gliders in the morning\",\"abstract\":\"Short.\"}\n"u8];
        await File.WriteAllBytesAsync(
            path, [.. Encoding.UTF8.GetBytes(WrittenPapers.Lines(3, 3)), .. latin, .. Encoding.UTF8.GetBytes(WrittenPapers.Lines(4, 4))], TestContext.Current.CancellationToken);

        var result = await _ingest.ExpectAsync(1, added: 2, changed: 0, unchanged: 0, rejected: 1, path);

        Assert.Contains("latin.jsonl:2", result.Error, StringComparison.Ordinal);
        Assert.Contains("UTF-8", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("and steer by what")]
    [InlineData("can move to the next")]
    public async Task A_page_cut_in_the_middle_of_an_abstract_keeps_the_papers_before_the_cut_and_reports_it(string last)
    {
        var page = WrittenPapers.Page(6, first: 3);
        var cut = page[..(page.LastIndexOf(last, StringComparison.Ordinal) + last.Length)];

        var result = await _ingest.RunAsync(_folder.Write("cut.txt", cut));

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("3 added", result.Output, StringComparison.Ordinal);
        Assert.Contains("cut.txt:", result.Error, StringComparison.Ordinal);
        Assert.Contains("Kestrel-6", result.Error, StringComparison.Ordinal);
        Assert.Equal(PapersBefore + 3, await _ingest.CountPapersAsync());
    }

    [Fact]
    public async Task A_good_file_beside_a_bad_one_goes_in()
    {
        var result = await _ingest.ExpectAsync(
            1, added: 1, changed: 0, unchanged: 0, rejected: 1, _folder.Write("empty.txt", ""), _folder.Write("good.jsonl", WrittenPapers.Lines(3, 3)));

        Assert.Contains("empty.txt", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_file_never_reach_the_terminal()
    {
        var path = _folder.Write("esc.jsonl", WrittenPapers.Lines(3, 3) + "{\"title\":\u001b[2J\u0007 broken}\n");

        var result = await _ingest.RunAsync(path);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.DoesNotContain('\u0007', result.Error);
    }

    [Fact]
    public async Task Many_rejections_are_counted_and_not_all_printed()
    {
        var path = _folder.Write("many.jsonl", WrittenPapers.Lines(3, 3) + string.Concat(Enumerable.Repeat("{\"title\":\n", 300)));

        var result = await _ingest.RunAsync(path);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("more", result.Error, StringComparison.Ordinal);
        Assert.Contains("300 rejected", result.Output, StringComparison.Ordinal);
        Assert.True(result.Error.Split('\n').Length < 40, result.Error);
    }

    /// <summary>Nothing can be read: exit code 1, the reason on standard error, the library as it was.</summary>
    private async Task ExpectFailureAsync(string path, string reason)
    {
        var result = await _ingest.RunAsync(path);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(PapersBefore, await _ingest.CountPapersAsync());
    }
}
