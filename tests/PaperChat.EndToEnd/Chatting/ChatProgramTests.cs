using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Chatting;

/// <summary>The built <c>paperchat</c> as a process, on libraries of its own.</summary>
public sealed class ChatProgramTests : IDisposable
{
    private const string HostileTitle = "Coral \\u001b]0;gone\\u0007 Reefs and Heat";
    private const string HostileAbstract = "Heat waves bleach coral \\u001b[31mreefs\\u001b[0m within nine weeks.\\u0007 Recovery takes ten years.";

    private readonly TemporaryFolder _folder = new();

    private string Library => _folder.File("library");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_question_to_an_empty_default_library_is_answered_from_the_sample()
    {
        var environment = new Dictionary<string, string?> { ["PAPERCHAT_LIBRARY"] = Library };

        var result = await ProgramRun.RunAsync(ProgramRun.Chat, ["ask", "What is BroadWay?"], Token, environment);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("[1]", result.Output, StringComparison.Ordinal);
        Assert.Contains("summary written for the sample", result.Output, StringComparison.Ordinal);
        Assert.Contains("The library was empty", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_was_named_never_gets_the_sample()
    {
        var result = await RunAsync("ask", "What is BroadWay?");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no library", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Library));
    }

    [Fact]
    public async Task Ask_search_and_library_speak_json_and_their_exit_codes()
    {
        await IngestAsync();

        var ask = await RunAsync("ask", "How long does the recovery of coral reefs take?", "--json");
        var search = await RunAsync("search", "coral", "--json");
        var nothing = await RunAsync("search", "zymurgy", "--json");
        var unknown = await RunAsync("library", "show", "nobody", "--json");
        var verify = await RunAsync("library", "verify", "--json");

        Assert.True(ask.ExitCode == 0, ask.ToString());
        Assert.Equal("How long does the recovery of coral reefs take?", JsonDocument.Parse(ask.Output).RootElement.GetProperty("question").GetString());
        Assert.Equal((0, 1), (search.ExitCode, JsonDocument.Parse(search.Output).RootElement.GetProperty("hits").GetArrayLength()));
        Assert.Equal(3, nothing.ExitCode);
        Assert.Equal(3, unknown.ExitCode);
        Assert.True(JsonDocument.Parse(unknown.Error).RootElement.TryGetProperty("error", out _));
        Assert.True(JsonDocument.Parse(verify.Output).RootElement.GetProperty("sound").GetBoolean());
    }

    [Fact]
    public async Task A_backup_carries_a_library_to_another_folder()
    {
        await IngestAsync();
        var backup = _folder.File("backup");
        var other = _folder.File("other");

        var export = await RunAsync("library", "export", backup);
        var import = await ProgramRun.RunAsync(ProgramRun.Chat, ["library", "import", backup, "--library", other], Token);
        var compact = await RunAsync("library", "compact");
        var search = await ProgramRun.RunAsync(ProgramRun.Chat, ["search", "coral", "--library", other], Token);

        Assert.Equal([0, 0, 0, 0], [export.ExitCode, import.ExitCode, compact.ExitCode, search.ExitCode]);
        Assert.Contains("Reefs and Heat", search.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_exits_with_2()
    {
        var result = await RunAsync("ask");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_piped_chat_answers_line_by_line_without_escape_sequences()
    {
        await IngestAsync();
        await using var run = ProgramRun.Start(ProgramRun.Chat, ["--library", Library], new Dictionary<string, string?> { ["NO_COLOR"] = "1" });
        await run.Input.WriteAsync("How long does the recovery of coral reefs take?\n/search coral\n/show 1\n"u8.ToArray(), Token);

        var result = await run.FinishAsync(Token);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Recovery takes ten years.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\u0007', result.Output);
    }

    [Fact]
    public async Task A_piped_batch_answers_every_line()
    {
        await IngestAsync();
        await using var run = ProgramRun.Start(ProgramRun.Chat, ["ask", "-", "--json", "--library", Library]);
        await run.Input.WriteAsync("{\"id\":1,\"question\":\"coral recovery\"}\nnot a paper zymurgy\n{oops\n"u8.ToArray(), Token);

        var result = await run.FinishAsync(Token);

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal(1, JsonDocument.Parse(lines[0]).RootElement.GetProperty("id").GetInt32());
        Assert.True(JsonDocument.Parse(lines[2]).RootElement.TryGetProperty("error", out _));
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task A_collection_is_measured_in_a_library_of_its_own()
    {
        _folder.Write("beir/corpus.jsonl", "{\"_id\":\"a\",\"title\":\"Tides\",\"text\":\"The moon moves the sea.\"}\n{\"_id\":\"b\",\"title\":\"Wind\",\"text\":\"Air moves.\"}\n");
        _folder.Write("beir/queries.jsonl", "{\"_id\":\"q\",\"text\":\"moon and sea\"}\n");
        _folder.Write("beir/qrels.tsv", "query-id\tcorpus-id\tscore\nq\ta\t1\n");

        var result = await RunAsync("eval", "retrieval", _folder.File("beir"), "--mode", "lexical", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        var root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(1, root.GetProperty("queries").GetInt32());
        Assert.Equal(1.0, root.GetProperty("metrics").GetProperty("ndcg@10").GetDouble());
        Assert.False(Directory.Exists(Library));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task IngestAsync()
    {
        var file = _folder.Write("papers.jsonl", $$"""{"id":"coral","title":"{{HostileTitle}}","abstract":"{{HostileAbstract}}"}""" + "\n");
        var result = await ProgramRun.RunAsync(ProgramRun.Ingest, [file, "--library", Library], Token);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync(ProgramRun.Chat, [.. arguments, "--library", Library], Token);
}
