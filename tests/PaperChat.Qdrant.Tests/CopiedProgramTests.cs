using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

/// <summary>
/// Both programs, copied into another folder and run with an empty home from an empty working folder: a host needs the .NET runtime and
/// the name of a server, and no file of the machine that built it. <c>PAPERCHAT_PUBLISHED</c> names a folder with what
/// <c>dotnet publish</c> made of both, in folders of their names, to be tried in place of what the tests were built with.
/// </summary>
public sealed class CopiedProgramTests : IAsyncDisposable
{
    private const string Paper = """{"id":"kite-1","title":"Kites Indoors: Flying Without a Draught","abstract":"We fly kites in a hall without wind. A walking pilot holds the line, and lift grows with the square of the pace. Eight of ten kites stay up for a minute.","year":2024}""";

    private readonly TestCollection _collection = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _collection.DisposeAsync();
    }

    [Fact]
    public async Task Copied_elsewhere_the_programs_fill_ask_check_and_back_up_a_library_on_a_server_by_its_address_alone()
    {
        await _collection.ServerAsync();
        var (ingest, chat) = (Copy(ProgramRun.Ingest), Copy(ProgramRun.Chat));
        var papers = _folder.Write("papers.jsonl", Paper);
        var backup = _folder.File("backup.db");

        var planned = await RunAsync(ingest, "plan", papers, "--json");
        Assert.Equal(1, planned.GetProperty("added").GetInt64());
        Assert.Equal(1, (await RunAsync(ingest, papers, "--json")).GetProperty("added").GetInt64());
        Assert.Equal(1, (await RunAsync(ingest, papers, "--json")).GetProperty("unchanged").GetInt64());

        Assert.Contains("kite-1", (await RunAsync(chat, "search", "kites in a hall", "--json")).ToString(), StringComparison.Ordinal);
        Assert.Contains("square of the pace", (await RunAsync(chat, "ask", "How does lift grow with the pace of the pilot of a kite?", "--json")).ToString(), StringComparison.Ordinal);
        Assert.True((await RunAsync(chat, "library", "verify", "--json")).GetProperty("sound").GetBoolean());
        Assert.Equal(1, (await RunAsync(chat, "library", "compact", "--json")).GetProperty("papers").GetInt64());
        Assert.Equal(1, (await RunAsync(chat, "library", "export", backup, "--json")).GetProperty("papers").GetInt64());
        Assert.Equal([backup, papers], Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_backup_fills_another_collection_and_other_vectors_are_made_in_a_collection_beside_the_one_that_serves()
    {
        var server = await _collection.ServerAsync();
        var (ingest, chat) = (ProgramRun.PathOf(ProgramRun.Ingest), ProgramRun.PathOf(ProgramRun.Chat));
        var backup = _folder.File("backup.db");
        await RunAsync(ingest, _folder.Write("papers.jsonl", Paper), "--json");
        await RunAsync(chat, "library", "export", backup, "--json");

        _environment["PAPERCHAT__QDRANT__COLLECTION"] = "restored";
        Assert.Equal(1, (await RunAsync(chat, "library", "import", backup, "--json")).GetProperty("papers").GetInt64());
        _environment["PAPERCHAT__EMBEDDINGS__MODEL"] = "none";
        var reembedded = await RunAsync(ingest, "reembed", "--json");

        Assert.EndsWith("/collections/restored-words", reembedded.GetProperty("library").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"Dense\":[", Assert.Single(server.Snapshot("restored", IsPaper)).Value, StringComparison.Ordinal);
        Assert.Contains("\"Dense\":null", Assert.Single(server.Snapshot("restored-words", IsPaper)).Value, StringComparison.Ordinal);
    }

    private static bool IsPaper(Server.ServerPoint point) => point.Values("type")[0] is "paper";

    private string Copy(string program)
    {
        var built = Environment.GetEnvironmentVariable("PAPERCHAT_PUBLISHED") is { } published
            ? Path.Combine(published, program)
            : Path.GetDirectoryName(ProgramRun.PathOf(program))!;
        var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, "copied", program)).FullName;
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return Path.Combine(copy, program + ".dll");
    }

    private async Task<JsonElement> RunAsync(string program, params string[] arguments)
    {
        var home = Directory.CreateDirectory(Path.Combine(_folder.Path, "home")).FullName;
        _environment["HOME"] = home;
        _environment["XDG_DATA_HOME"] = _environment["XDG_CONFIG_HOME"] = null;
        await using var run = ProgramRun.StartCommand(
            "dotnet", [program, .. arguments, "--store", "qdrant", "--endpoint", (await _collection.OptionsAsync()).Endpoint.ToString()], _environment, folder: home);
        var result = await run.FinishAsync(Token);
        Assert.True(result.ExitCode == 0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        return json.RootElement.Clone();
    }
}
