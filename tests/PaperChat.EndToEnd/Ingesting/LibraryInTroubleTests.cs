using System.Text;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>A library that cannot be written or is damaged: a clear message, exit code 1, nothing lost.</summary>
public sealed class LibraryInTroubleTests : IAsyncLifetime
{
    private const int Papers = 200;

    private readonly TemporaryFolder _folder = new();
    private readonly IngestRun _ingest;

    public LibraryInTroubleTests() => _ingest = new IngestRun(_folder.File("library"));

    private string Library => _folder.File("library");

    private string More => _folder.Write("more.jsonl", WrittenPapers.Lines(Papers + 1, Papers + 3));

    public async ValueTask InitializeAsync() =>
        await _ingest.ExpectAsync(0, added: Papers, changed: 0, unchanged: 0, rejected: 0, _folder.Write("papers.jsonl", WrittenPapers.Lines(1, Papers)));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_folder_without_write_permission_is_named_and_can_still_be_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Needs the permissions of Unix.");
            return;
        }

        var more = More;
        foreach (var file in Directory.EnumerateFiles(Library))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        File.SetUnixFileMode(Library, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var (status, ingestion) = (await RunUnprivilegedAsync("status", "--json"), await RunUnprivilegedAsync(more));

            Assert.True(ingestion.ExitCode == 1, ingestion.ToString());
            Assert.Contains(Library, ingestion.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ingestion.Error, StringComparison.Ordinal);
            Assert.True(status.ExitCode == 0, status.ToString());
            Assert.Equal(Papers, JsonDocument.Parse(status.Output).RootElement.GetProperty("papers").GetInt64());
        }
        finally
        {
            File.SetUnixFileMode(Library, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_damaged_catalogue_is_named_and_left_as_it_is()
    {
        var catalogue = Path.Combine(Library, "catalogue.db");
        var damaged = Damage(catalogue);

        var ingestion = await _ingest.RunAsync(More);
        var status = await _ingest.RunAsync("status");

        Assert.True(ingestion.ExitCode == 1, ingestion.ToString());
        Assert.True(status.ExitCode == 1, status.ToString());
        Assert.Contains(catalogue, ingestion.Error, StringComparison.Ordinal);
        Assert.Contains("damaged", status.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ingestion.Error, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(catalogue, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_index_loses_no_paper()
    {
        var index = Directory.EnumerateFiles(Library, "index-*.seg").ToList();
        Assert.NotEmpty(index);
        index.ForEach(file => Damage(file));

        var ingestion = await _ingest.RunAsync(More);

        // Either the derived index is rebuilt on the way, or the message says how to rebuild it.
        Assert.True(ingestion.ExitCode is 0 or 1, ingestion.ToString());
        Assert.True(ingestion.ExitCode == 0 || ingestion.Error.Contains("compact", StringComparison.Ordinal), ingestion.ToString());
        Assert.DoesNotContain("   at ", ingestion.Error, StringComparison.Ordinal);
        Assert.True(await _ingest.CountPapersAsync() >= Papers);
    }

    [Fact]
    public async Task A_second_writer_is_told_that_another_one_is_at_work()
    {
        await using var first = _ingest.Start("-");
        await first.Input.WriteAsync(Encoding.UTF8.GetBytes(WrittenPapers.Lines(1, Papers)), TestContext.Current.CancellationToken);
        Assert.NotNull(await first.ReadErrorLineAsync(TestContext.Current.CancellationToken));

        var second = await _ingest.RunAsync(More);

        Assert.True(second.ExitCode == 1, second.ToString());
        Assert.Contains("Another process is writing", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await first.FinishAsync(TestContext.Current.CancellationToken)).ExitCode);
        await _ingest.ExpectAsync(0, added: 3, changed: 0, unchanged: 0, rejected: 0, More);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_loses_no_committed_paper()
    {
        // A small file system of its own, which the system takes away with the shell: the only way to a disk that is really full.
        const string script =
            """
            set -e
            mount -t tmpfs -o size=6m tmpfs "$1"
            echo mounted
            dotnet "$2" "$3" --library "$1/library"
            code=0
            dotnet "$2" "$4" --library "$1/library" || code=$?
            echo "full: $code"
            dotnet "$2" status --json --library "$1/library"
            """;
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs mount namespaces.");
        var disk = Directory.CreateDirectory(_folder.File("disk")).FullName;
        var large = _folder.Write("large.jsonl", WrittenPapers.Lines(Papers + 1, 40_000));
        ProgramResult result;
        try
        {
            await using var run = ProgramRun.StartCommand(
                "unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", disk, ProgramRun.PathOf(ProgramRun.Ingest), _folder.File("papers.jsonl"), large]);
            result = await run.FinishAsync(TestContext.Current.CancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Needs the unshare command.");
            throw;
        }

        Assert.SkipUnless(result.Output.Contains("mounted", StringComparison.Ordinal), "This machine lets nobody mount a file system of their own: " + result.Error);
        Assert.Contains("full: 1", result.Output, StringComparison.Ordinal);
        Assert.Contains("The disk is full", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        var status = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.True(JsonDocument.Parse(status).RootElement.GetProperty("papers").GetInt64() >= Papers, status);
    }

    /// <summary>Overwrites the middle of a file, and hands back what it holds then.</summary>
    private static byte[] Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(0, Math.Min(64, bytes.Length)).Fill(0x5A);
        bytes.AsSpan(bytes.Length / 3, bytes.Length / 3).Fill(0xA5);
        File.WriteAllBytes(path, bytes);
        return bytes;
    }

    /// <summary>Runs with the rights of a usual user also where the tests are run by root, who may write everywhere.</summary>
    private async Task<ProgramResult> RunUnprivilegedAsync(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return await _ingest.RunAsync(arguments);
        }

        try
        {
            await using var run = ProgramRun.StartCommand(
                "setpriv",
                ["--bounding-set=-dac_override,-dac_read_search", "dotnet", ProgramRun.PathOf(ProgramRun.Ingest), .. arguments, "--library", Library]);
            var result = await run.FinishAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen(result.Error.StartsWith("setpriv:", StringComparison.Ordinal), "Root may write everywhere, and cannot give that up here: " + result.Error);
            return result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Root may write everywhere: needs the setpriv command.");
            throw;
        }
    }
}
