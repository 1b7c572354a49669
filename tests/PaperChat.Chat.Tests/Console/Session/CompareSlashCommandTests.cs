using PaperChat.Chat.Console.Session;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Console.Session;

public sealed class CompareSlashCommandTests
{
    [Theory]
    [InlineData("/compare 1 2", null)]
    [InlineData("/compare [1], [2]: accuracy", "accuracy")]
    [InlineData("/compare 1 | 2:accuracy", "accuracy")]
    [InlineData("/compare 1 and 2 : training time", "training time")]
    [InlineData("/compare LatticeNet | ReefWatch", null)]
    [InlineData("/compare latticenet vs ReefWatch: training time", "training time")]
    [InlineData("/compare LatticeNet and reefwatch", null)]
    [InlineData("/compare LatticeNet: Sparse Routing for Weather Forecasting | ReefWatch: Counting Corals, Sponges and Turtles", null)]
    [InlineData("/compare LatticeNet | ReefWatch: Counting Corals, Sponges and Turtles: accuracy", "accuracy")]
    [InlineData("/compare 1 | ReefWatch", null)]
    public async Task Papers_are_set_side_by_side_in_the_order_asked_for_each_with_its_citation(string line, string? aspect)
    {
        var (session, console) = await SessionAsync();
        session.Conversation.Show([new ListedPaper(1, TestPapers.Lattice, []), new ListedPaper(2, TestPapers.Reef, [])]);

        await session.HandleAsync(line, CancellationToken.None);

        var turn = Assert.Single(session.Conversation.Turns);
        Assert.Equal([TestPapers.Lattice.Id, TestPapers.Reef.Id], turn.Answer!.Citations.Select(c => c.Paper.Id));
        Assert.Equal(ComparisonQuestion.Of([TestPapers.Lattice, TestPapers.Reef], aspect), turn.Question);
        Assert.Contains(aspect is null ? "[1] LatticeNet" : "- LatticeNet: ", console.Output, StringComparison.Ordinal);
        Assert.Contains(aspect is null ? "[2] ReefWatch" : "- ReefWatch: ", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare", "Give two to four papers")]
    [InlineData("/compare 1", "Give two to four papers")]
    [InlineData("/compare 1 | ", "Give two to four papers")]
    [InlineData("/compare : accuracy", "Give two to four papers")]
    [InlineData("/compare 1 2 3 1 2", "At most 4 papers")]
    [InlineData("/compare 1 9", "There is no paper 9 in the last list (1 to 2)")]
    [InlineData("/compare 1 99999999999", "There is no paper 99999999999")]
    [InlineData("/compare 2 2", "one paper twice: \"ReefWatch")]
    [InlineData("/compare 1 | Zyxwvut", "No paper is called \"Zyxwvut\"")]
    public async Task What_does_not_hold_is_said_and_nothing_is_asked(string line, string said)
    {
        var (session, console) = await SessionAsync();
        session.Conversation.Show([new ListedPaper(1, TestPapers.Lattice, []), new ListedPaper(2, TestPapers.Reef, [])]);

        Assert.True(await session.HandleAsync(line, CancellationToken.None));

        Assert.Contains(said, console.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(session.Conversation.Turns);
    }

    [Fact]
    public async Task Without_a_list_a_number_means_nothing()
    {
        var (session, console) = await SessionAsync();

        await session.HandleAsync("/compare 1 2", CancellationToken.None);

        Assert.Contains("There is no list of papers yet", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_aspect_that_an_abstract_does_not_speak_of_is_said()
    {
        var (session, console) = await SessionAsync();

        await session.HandleAsync("/compare LatticeNet | ReefWatch: copyright", CancellationToken.None);
        await session.HandleAsync("/compare LatticeNet | ReefWatch: stereo video", CancellationToken.None);

        Assert.Contains("These abstracts do not speak of \"copyright\"", console.Output, StringComparison.Ordinal);
        Assert.Contains("The abstract of [1] does not speak of \"stereo video\"", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 2, true)]
    [InlineData(80, 3, false)]
    [InlineData(120, 3, true)]
    [InlineData(40, 2, false)]
    public async Task The_table_fits_the_terminal(int width, int papers, bool inColumns)
    {
        var (session, console) = await SessionAsync(width);
        session.Conversation.Show([new ListedPaper(1, TestPapers.Lattice, []), new ListedPaper(2, TestPapers.Reef, []), new ListedPaper(3, TestPapers.Hostile, [])]);

        await session.HandleAsync(papers == 2 ? "/compare 1 2" : "/compare 1 2 3", CancellationToken.None);

        Assert.Equal(inColumns, console.Output.Contains(" │ ", StringComparison.Ordinal));
        Assert.Contains("What is new", console.Output, StringComparison.Ordinal);
        Assert.Contains("not stated in the abstract", console.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy on Gale (higher is better): [1] 91.3%", console.Output.ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(console.Output.Split('\n').Where(l => !l.Contains("https://", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, width));
        Assert.DoesNotContain('\u001b', console.Output);
        await session.HandleAsync("/show 2", CancellationToken.None);
        Assert.Contains("stereo video", console.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_of_the_conversation_hides_no_paper_picked_by_number()
    {
        var (session, _) = await SessionAsync();
        session.Conversation.Show([new ListedPaper(1, TestPapers.Lattice, []), new ListedPaper(2, TestPapers.Reef, [])]);

        await session.HandleAsync("/filter year:1990", CancellationToken.None);
        await session.HandleAsync("/compare 1 2", CancellationToken.None);

        Assert.Equal(2, Assert.Single(session.Conversation.Turns).Answer!.Citations.Count);
    }

    private static async Task<(ChatSession Session, TestConsole Console)> SessionAsync(int width = 80)
    {
        var console = new TestConsole(width);
        var library = await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Reef], CancellationToken.None);
        return (TestSessions.Over(library, console), console);
    }
}
