using System.Net.Http.Json;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Serving;

/// <summary>The built <c>paperchat serve</c>, alone, beside an ingestion, and with a client that others wrote.</summary>
public sealed class ServeProgramTests : IDisposable
{
    private const string Reefs = """{"id":"reefs","title":"Coral Reefs and Heat","abstract":"Heat waves bleach coral reefs within nine weeks. Recovery takes ten years.","year":2024,"url":"https://example.org/reefs"}""";

    private readonly TemporaryFolder _folder = new();

    private string Library => _folder.File("library");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Papers_ingested_by_another_process_are_found_without_a_restart_and_Ctrl_C_ends_it()
    {
        await IngestAsync(Reefs);
        await using var server = await ServerRun.StartAsync(Library);
        using var http = new HttpClient { BaseAddress = server.Address };
        var search = new Uri("/api/search?q=walrus", UriKind.Relative);

        var before = await http.GetFromJsonAsync<JsonElement>(search, Token);
        await IngestAsync("""{"id":"walrus","title":"Walrus Songs in Winter","abstract":"Each walrus sings at night under the ice."}""");
        var after = await http.GetFromJsonAsync<JsonElement>(search, Token);
        var ended = await server.InterruptAsync();

        Assert.Equal(0, before.GetProperty("hits").GetArrayLength());
        Assert.Equal("Walrus Songs in Winter", after.GetProperty("hits")[0].GetProperty("paper").GetProperty("title").GetString());
        Assert.True(ended.ExitCode == 0, ended.ToString());
    }

    [Fact]
    public async Task OpenAI_s_own_client_chats_streams_embeds_and_reads_the_errors()
    {
        await IngestAsync(Reefs);
        var made = JsonDocument.Parse((await ProgramRun.RunAsync(ProgramRun.Chat, ["serve", "--new-key", "node", "--json"], Token)).Output).RootElement;
        var environment = new Dictionary<string, string?> { ["PAPERCHAT__SERVE__KEYS__NODE"] = made.GetProperty("hash").GetString() };
        await using var server = await ServerRun.StartAsync(Library, environment);

        var result = await NodeProgram.RunAsync("openai-client.cjs", "openai", server.Address.ToString().TrimEnd('/'), made.GetProperty("key").GetString()!);

        Assert.True(result.ExitCode == 0, result.ToString());
        var seen = JsonDocument.Parse(result.Output).RootElement;
        var content = seen.GetProperty("content").GetString()!;
        Assert.Contains("ten years [1]", content, StringComparison.Ordinal);
        Assert.Equal("https://example.org/reefs", seen.GetProperty("annotations")[0].GetProperty("url_citation").GetProperty("url").GetString());
        var streamed = seen.GetProperty("streamed");
        Assert.Equal((content, "stop"), (streamed.GetProperty("text").GetString(), streamed.GetProperty("finish").GetString()));
        Assert.Equal(seen.GetProperty("annotations").GetRawText(), streamed.GetProperty("annotations").GetRawText());
        Assert.Equal(JsonValueKind.Object, streamed.GetProperty("usage").ValueKind);
        var embeddings = seen.GetProperty("embeddings");
        Assert.Equal((2, 256), (embeddings.GetProperty("count").GetInt32(), embeddings.GetProperty("length").GetInt32()));
        Assert.Equal(
            embeddings.GetProperty("numbers").EnumerateArray().Select(n => n.GetSingle()), embeddings.GetProperty("first").EnumerateArray().Select(n => n.GetSingle()));
        var errors = seen.GetProperty("errors");
        Assert.Equal(("AuthenticationError", 401), ErrorOf(errors, "wrongKey"));
        Assert.Equal(("NotFoundError", 404), ErrorOf(errors, "wrongModel"));
        Assert.Equal(("BadRequestError", 400), ErrorOf(errors, "noMessage"));
        Assert.Equal(("APIError", 413), ErrorOf(errors, "tooLarge"));
    }

    private static (string? Name, int Status) ErrorOf(JsonElement errors, string name) =>
        (errors.GetProperty(name).GetProperty("name").GetString(), errors.GetProperty(name).GetProperty("status").GetInt32());

    private async Task IngestAsync(string line)
    {
        var file = _folder.File($"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllTextAsync(file, line + "\n", Token);
        var result = await ProgramRun.RunAsync(ProgramRun.Ingest, [file, "--library", Library], Token);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
