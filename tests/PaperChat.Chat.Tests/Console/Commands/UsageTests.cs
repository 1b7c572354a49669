namespace PaperChat.Chat.Tests.Console.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "")]
    [InlineData("ask", "one", "two")]
    [InlineData("ask", "tides", "--as-of", "yesterday")]
    [InlineData("search", "tides", "--mode", "psychic")]
    [InlineData("search", "tides", "--year", "soon")]
    [InlineData("search", "tides", "--limit", "0")]
    [InlineData("library", "burn")]
    [InlineData("library", "remove")]
    [InlineData("eval")]
    [InlineData("dance")]
    [InlineData("chat", "--json")]
    public async Task Wrong_usage_exits_with_2_and_speaks_on_the_error_stream(params string[] arguments)
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.NotEqual("", result.Error);
    }

    [Theory]
    [InlineData("ask", "What does LatticeNet reach?", "--deep", "--extractive", "--show-unsupported", "--as-of", "2025-07-28", "--limit", "1")]
    [InlineData("search", "tides", "--mode", "LEXICAL", "--explain")]
    [InlineData("search", "coral", "--quiet", "--no-color")]
    [InlineData("library")]
    [InlineData("library", "list", "--cat", "cs")]
    public async Task Options_of_the_contract_are_taken(params string[] arguments)
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("ask", "How fast did coral bleaching double?")]
    [InlineData("search", "coral reefs")]
    [InlineData("library", "list")]
    [InlineData("library", "show", "hostile\u001b]0;id\u0007")]
    [InlineData("library", "show", "no\u001b[2Jbody")]
    public async Task Control_characters_of_papers_and_users_never_reach_the_terminal(params string[] arguments)
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync(arguments);

        Assert.All(result.Output + result.Error, c => Assert.False(char.IsControl(c) && c is not ('\n' or '\t'), $"U+{(int)c:X4}"));
        Assert.DoesNotContain('\u202E', result.Output);
    }

    [Fact]
    public async Task A_chat_without_a_terminal_answers_line_by_line_and_obeys_commands()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("What does LatticeNet reach?\n/show 1\n/nonsense\n/quit\nnever asked\n", []);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[1] LatticeNet: Sparse Routing", result.Output.Replace("[1]  ", "[1] ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("There is no command /nonsense.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("never asked", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }
}
