using PaperChat.Chat.Tests.Json;

namespace PaperChat.Chat.Tests.Console.Commands;

public sealed class BatchTests
{
    [Fact]
    public async Task Every_line_gets_its_answer_and_keeps_its_id()
    {
        var program = await TestProgram.WithPapersAsync();
        const string input = """
            {"id":7,"question":"What does LatticeNet reach?"}

            zymurgy quixotry?
            {"id":"x","question":"Which methods does the tidal survey cover?","history":["tides"],"filters":{"year":"2020..2023"}}
            """;

        var result = await program.RunAsync(input, ["ask", "-", "--json"]);

        Assert.Equal(0, result.ExitCode);
        var answers = Lines(result.Output).Select(l => PaperChatSchema.Line("answer", l)).ToArray();
        Assert.Equal(3, answers.Length);
        Assert.Equal(7, answers[0].GetProperty("id").GetInt32());
        Assert.False(answers[1].TryGetProperty("id", out _));
        Assert.False(answers[1].GetProperty("answered").GetBoolean());
        Assert.Equal("x", answers[2].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_an_error_in_its_place_and_the_rest_goes_on()
    {
        var program = await TestProgram.WithPapersAsync();
        var input = string.Join('\n', [
            """{"id":"broken","question":""",
            """{"id":"kind","question":["not text"]}""",
            """{"id":"filter","question":"tides","filters":{"jear":2024}}""",
            """{"id":"year","question":"tides","filters":{"year":"soon"}}""",
            """{"id":"empty","question":" "}""",
            new string('x', 10_001),
            new string('y', 1_000_001),
            "tidal survey methods",
        ]);

        var result = await program.RunAsync(input, ["ask", "-", "--json"]);

        Assert.Equal(1, result.ExitCode);
        var lines = Lines(result.Output);
        Assert.Equal(8, lines.Length);
        var errors = lines[..7].Select(l => PaperChatSchema.Line("error", l)).ToArray();
        Assert.All(errors, e => Assert.Equal("usage", e.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(["kind", "filter", "year", "empty"], errors[1..5].Select(e => e.GetProperty("id").GetString()!));
        PaperChatSchema.Line("answer", lines[7]);
        Assert.Contains("line 7: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_of_a_line_win_over_those_of_the_command_line()
    {
        var program = await TestProgram.WithPapersAsync();
        const string input = """
            {"query":"LatticeNet weather"}
            {"query":"LatticeNet weather","filters":{"year":2024}}
            """;

        var result = await program.RunAsync(input, ["search", "-", "--json", "--year", "..2019"]);

        Assert.Equal([0, 1], Lines(result.Output).Select(l => PaperChatSchema.Line("search", l).GetProperty("hits").GetArrayLength()));
    }

    [Fact]
    public async Task Plain_output_repeats_each_question_before_its_answer()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("LatticeNet weather\r\ntidal survey\n", ["ask", "-"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["> LatticeNet weather", "> tidal survey"], Lines(result.Output).Where(l => l.StartsWith('>')));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
