using PaperChat.Chat.Tests.Json;
using PaperChat.TestSupport;

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

    private static async Task<TestProgram> ProgramAsync() =>
        new(await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Reef], CancellationToken.None));
}
