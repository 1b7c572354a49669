using PaperChat.Chat.Tests.Json;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.Chat.Tests.Console.Commands;

public sealed class CompareCommandTests
{
    [Fact]
    public async Task A_comparison_follows_the_schema_and_quotes_the_stored_text()
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("compare", "LatticeNet", "2403.00007", "--json");

        Assert.Equal(0, result.ExitCode);
        var comparison = PaperChatSchema.Object("comparison", result.Output);
        string[] stored = [TestPapers.Lattice.Abstract, TestPapers.Reef.Abstract];
        var quotes = comparison.GetProperty("rows").EnumerateArray()
            .SelectMany(r => r.GetProperty("cells").EnumerateArray().SelectMany((c, i) => c.GetProperty("statements").EnumerateArray().Select(s => (Text: stored[i], Quote: s.GetProperty("quote"))))).ToArray();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, q => Assert.Equal(q.Text[q.Quote.GetProperty("start").GetInt32()..q.Quote.GetProperty("end").GetInt32()], q.Quote.GetProperty("text").GetString()));
        Assert.Contains(comparison.GetProperty("figures").EnumerateArray(), f => f.GetProperty("metric").GetString() == "accuracy" && f.GetProperty("better").GetString() == "higher");
    }

    [Theory]
    [InlineData("markdown", "| **Problem** |")]
    [InlineData("csv", "\"Problem\",")]
    [InlineData("latex", "\\textbf{Problem} & ")]
    [InlineData("html", "<tr><th>Problem</th>")]
    public async Task It_is_written_as_a_file_of_each_format(string format, string row)
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("compare", "LatticeNet", "ReefWatch", "Coral reefs", "--format", format);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(row, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Output, c => char.IsControl(c) && c is not ('\n' or '\r'));
    }

    [Fact]
    public async Task Papers_are_found_by_words_and_rows_chosen()
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("compare", "--query", "accuracy on benchmark data sets", "--aspects", "results,code", "--json");

        var comparison = PaperChatSchema.Object("comparison", result.Output);
        Assert.Equal(["results", "code"], comparison.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("aspect").GetString()));
        Assert.True(comparison.GetProperty("papers").GetArrayLength() >= 2);
    }

    [Theory]
    [InlineData(2, "Name two or more papers", "LatticeNet")]
    [InlineData(2, "Name two or more papers", "LatticeNet", "ReefWatch", "--query", "x")]
    [InlineData(2, "a second time", "LatticeNet", "2401.00001")]
    [InlineData(2, "There is no aspect 'colour'", "LatticeNet", "ReefWatch", "--aspects", "colour")]
    [InlineData(3, "no paper called 'Zyxwvut'", "LatticeNet", "Zyxwvut")]
    public async Task What_does_not_hold_is_said(int exitCode, string said, params string[] arguments)
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("", ["compare", .. arguments]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_writes_cells_and_what_does_not_hold_gives_way_to_the_abstract()
    {
        await using var server = await ModelServer.StartAsync(request => new ModelReply(
            request.TextOf("user") is var asked && !asked.Contains("LatticeNet", StringComparison.Ordinal) ? "NOT_ANSWERED"
            : asked.Contains("Aspect: Results", StringComparison.Ordinal) ? "LatticeNet reaches an accuracy of 91.3 percent on the Gale benchmark [1]."
            : asked.Contains("Aspect: Cost", StringComparison.Ordinal) ? "It trains in nine hours [1]."
            : "NOT_ANSWERED"));
        var program = await ProgramAsync();
        program.Variables["PAPERCHAT__CHAT__MODEL"] = "test-model";
        program.Variables["PAPERCHAT__CHAT__ENDPOINT"] = server.Address.ToString();
        program.Variables["PAPERCHAT__CHAT__APIKEY"] = "sk-test-0123456789abcdefghijklmnop";

        var result = await program.RunAsync("compare", "LatticeNet", "ReefWatch", "--aspects", "results,cost,data", "--json");

        var comparison = PaperChatSchema.Object("comparison", result.Output);
        Assert.Equal(("model", 1), (comparison.GetProperty("mode").GetString(), comparison.GetProperty("dropped").GetInt32()));
        var written = comparison.GetProperty("rows")[0].GetProperty("cells")[0].GetProperty("statements")[0];
        Assert.Equal(("supported", "LatticeNet reaches an accuracy of 91.3 percent on the Gale benchmark."), (written.GetProperty("verdict").GetString(), written.GetProperty("text").GetString()));
        Assert.DoesNotContain("nine hours", result.Output, StringComparison.Ordinal);

        // Data sets are names and need no model: two papers and two other rows.
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_abstracts_own_words()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("") { Status = 401 });
        var program = await ProgramAsync();
        program.Variables["PAPERCHAT__CHAT__MODEL"] = "test-model";
        program.Variables["PAPERCHAT__CHAT__ENDPOINT"] = server.Address.ToString();
        program.Variables["PAPERCHAT__CHAT__APIKEY"] = "sk-test-0123456789abcdefghijklmnop";

        var result = await program.RunAsync("compare", "LatticeNet", "ReefWatch");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("The model failed", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"ReefWatch counts animals", result.Output, StringComparison.Ordinal);
    }

    private static async Task<TestProgram> ProgramAsync() =>
        new(await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Reef], CancellationToken.None));
}
