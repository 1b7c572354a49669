using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Tests.Json;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Console.Commands;

public sealed class CiteCommandTests
{
    [Theory]
    [InlineData("2401.00001")]
    [InlineData("LatticeNet")]
    [InlineData("latticenet: sparse routing for weather forecasting")]
    [InlineData("Sparse Routing for Weather")]
    public async Task A_paper_is_cited_by_id_name_or_title(string name)
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("cite", name);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("@inproceedings{moss2024latticenet,\n  title         = {{LatticeNet}: Sparse Routing", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bibtex", "@inproceedings{")]
    [InlineData("ris", "TY  - CPAPER")]
    [InlineData("csl-json", "[\n{")]
    [InlineData("apa", "Moss, A., Reed, B., Lund, C., & Fell, D. (2024). LatticeNet")]
    public async Task The_format_is_chosen(string format, string start)
    {
        var program = await TestProgram.WithPapersAsync();

        var text = await program.RunAsync("cite", "2401.00001", "--format", format);
        var json = await program.RunAsync("cite", "2401.00001", "--format", format, "--json");

        Assert.StartsWith(start, text.Output, StringComparison.Ordinal);
        var shape = PaperChatSchema.Object("bibliography", json.Output);
        Assert.Equal((format, "moss2024latticenet"), (shape.GetProperty("format").GetString(), shape.GetProperty("entries")[0].GetProperty("key").GetString()));
    }

    [Fact]
    public async Task Papers_that_are_not_there_are_named_and_the_others_cited()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("cite", "Zyxwvut", "LatticeNet", "weather stations of the moon");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("@inproceedings{moss2024latticenet", result.Output, StringComparison.Ordinal);
        Assert.Contains("'Zyxwvut', 'weather stations of the moon'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_control_character_of_a_paper_comes_out()
    {
        var program = await TestProgram.WithPapersAsync();

        foreach (var format in (string[])["bibtex", "ris", "csl-json", "apa"])
        {
            var result = await program.RunAsync("cite", "Coral reefs", "--format", format, "--abstracts");
            Assert.Equal(0, result.ExitCode);
            Assert.DoesNotContain(result.Output, c => char.IsControl(c) && c != '\n');
        }
    }

    [Theory]
    [InlineData("/cite", "@inproceedings{moss2024latticenet,", "@misc{")]
    [InlineData("/cite 2 apa", "Counting Corals, Sponges and Turtles. (2024)", "ReefWatch")]
    [InlineData("/cite ris 1, 2", "ER  - ", "TI  - ReefWatch")]
    [InlineData("/cite 7", "Give the number of a paper in the last list (1 to 2)", "/cite 1")]
    public async Task The_chat_cites_papers_of_the_last_list(string line, params string[] said)
    {
        var console = new TestConsole(width: 60);
        var library = await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Reef], CancellationToken.None);
        var session = TestSessions.Over(library, console);
        session.Conversation.Show([new ListedPaper(1, TestPapers.Lattice, []), new ListedPaper(2, TestPapers.Reef, [])]);

        await session.HandleAsync(line, CancellationToken.None);

        Assert.All(said, s => Assert.Contains(s, console.Output, StringComparison.Ordinal));
    }
}
