using System.Text.Json;
using PaperChat.Chat.Tests.Json;

namespace PaperChat.Chat.Tests.Console.Commands;

public sealed class JsonOutputTests
{
    [Fact]
    public async Task An_answer_follows_the_schema_and_quotes_the_stored_text()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("ask", "What accuracy does LatticeNet reach on the Gale benchmark?", "--json");

        Assert.Equal(0, result.ExitCode);
        var answer = PaperChatSchema.Object("answer", result.Output);
        Assert.True(answer.GetProperty("answered").GetBoolean());
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal("arxiv:2401.00001", citation.GetProperty("paper").GetProperty("id").GetString());
        foreach (var quote in citation.GetProperty("quotes").EnumerateArray())
        {
            var stored = quote.GetProperty("field").GetString() == "title" ? TestPapers.Lattice.Title : TestPapers.Lattice.Abstract;
            Assert.Equal(stored[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()], quote.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task A_refusal_follows_the_schema_and_exits_with_3()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("ask", "zymurgy quixotry?", "--json");

        Assert.Equal(3, result.ExitCode);
        var answer = PaperChatSchema.Object("answer", result.Output);
        Assert.False(answer.GetProperty("answered").GetBoolean());
        Assert.NotEqual("", answer.GetProperty("answer").GetString());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("closest").ValueKind);
    }

    [Fact]
    public async Task A_search_follows_the_schema_and_leaves_out_what_is_unknown()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("search", "tidal survey", "--json", "--explain");

        Assert.Equal(0, result.ExitCode);
        var hit = PaperChatSchema.Object("search", result.Output).GetProperty("hits")[0];
        var paper = hit.GetProperty("paper");
        Assert.Equal("summary", paper.GetProperty("kind").GetString());
        Assert.Equal("--07-28", paper.GetProperty("listed").GetString());
        Assert.All(["authors", "year", "venue", "url", "doi", "arxiv", "links"], name => Assert.False(paper.TryGetProperty(name, out _), name));
        Assert.NotEmpty(hit.GetProperty("explanation").EnumerateArray());
    }

    [Fact]
    public async Task A_search_without_hits_is_an_empty_list_and_exits_with_3()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("search", "zymurgy", "--json");

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(PaperChatSchema.Object("search", result.Output).GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task Library_outputs_follow_the_schema()
    {
        var program = await TestProgram.WithPapersAsync();

        var stats = await program.RunAsync("library", "stats", "--json");
        var list = await program.RunAsync("library", "list", "--json", "--limit", "2");
        var show = await program.RunAsync("library", "show", "2401.00001", "--json");
        var remove = await program.RunAsync("library", "remove", "title:00112233445566aa", "nobody", "--json");

        Assert.Equal(3, PaperChatSchema.Object("libraryStats", stats.Output).GetProperty("papers").GetInt32());
        var papers = PaperChatSchema.Object("libraryList", list.Output);
        Assert.Equal((3, 2), (papers.GetProperty("total").GetInt32(), papers.GetProperty("papers").GetArrayLength()));
        Assert.Equal(TestPapers.Lattice.Abstract, PaperChatSchema.Object("paperWithAbstract", show.Output).GetProperty("abstract").GetString());
        var removed = PaperChatSchema.Object("libraryRemove", remove.Output);
        Assert.Equal("title:00112233445566aa", removed.GetProperty("removed")[0].GetString());
        Assert.Equal("nobody", removed.GetProperty("unknown")[0].GetString());
        Assert.Equal(3, remove.ExitCode);
    }

    [Fact]
    public async Task A_failure_is_an_error_object_on_the_error_stream()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("library", "show", "nobody", "--json");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("", result.Output);
        PaperChatSchema.Object("error", result.Error);
    }

    [Fact]
    public void The_schema_notices_what_does_not_belong()
    {
        using var schema = JsonDocument.Parse("""{"$defs":{"a":{"type":"object","properties":{"n":{"type":"integer","minimum":1}},"required":["n"],"additionalProperties":false}}}""");
        var checker = new JsonSchema(schema.RootElement);

        string[] wrong = ["""{"n":0}""", """{"n":1.5}""", """{"n":null}""", "{}", """{"n":1,"x":1}""", "[]"];

        Assert.All(wrong, json => Assert.NotEmpty(checker.Check("a", JsonDocument.Parse(json).RootElement)));
        Assert.Empty(checker.Check("a", JsonDocument.Parse("""{"n":1}""").RootElement));
    }
}
