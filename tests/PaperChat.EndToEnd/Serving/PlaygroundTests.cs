namespace PaperChat.EndToEnd.Serving;

/// <summary>
/// The bot of the built program in the Microsoft 365 Agents Playground, a client of Teams' protocol that others wrote;
/// teams-playground.cjs says what each check does.
/// </summary>
[Collection(ChromiumProgram.Collection)]
public sealed class PlaygroundTests(PlaygroundRun playground) : IClassFixture<PlaygroundRun>
{
    [Theory]
    [InlineData("one welcome")]
    [InlineData("streaming")]
    [InlineData("citations")]
    [InlineData("suggestions")]
    [InlineData("feedback")]
    [InlineData("search")]
    [InlineData("card action")]
    [InlineData("review")]
    [InlineData("cite")]
    [InlineData("help")]
    [InlineData("hostile text")]
    [InlineData("restart in the middle")]
    [InlineData("written answer")]
    [InlineData("group mention")]
    [InlineData("channel thread")]
    [InlineData("ended")]
    public async Task The_bot_does_what_it_should(string check) => Assert.Equal("ok", (await playground.ResultsAsync()).GetValueOrDefault(check, "not run"));

    [Fact]
    public async Task Every_part_of_the_run_came_to_its_end() => Assert.All(await playground.ResultsAsync(), check => Assert.Equal("ok", check.Value));
}
