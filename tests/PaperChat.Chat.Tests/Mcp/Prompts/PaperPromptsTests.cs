using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace PaperChat.Chat.Tests.Mcp.Prompts;

public sealed class PaperPromptsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prompts_say_what_they_are_for_and_what_they_need()
    {
        await using var mcp = await TestMcp.StartAsync();

        var prompts = await mcp.Client.ListPromptsAsync(cancellationToken: Token);

        Assert.Equal(["answer", "compare", "propose-searches", "review-section", "score-evidence"], prompts.Select(p => p.Name).Order());
        Assert.All(prompts, p => Assert.NotEmpty(p.Description!));
        Assert.Equal([("topic", true), ("section", true), ("words", false)], prompts.Single(p => p.Name == "review-section").ProtocolPrompt.Arguments!.Select(a => (a.Name, a.Required ?? false)));
    }

    [Theory]
    [InlineData("answer", "question", "How does ReefWatch count animals?", null, null, "through stereo video")]
    [InlineData("compare", "paper", "ReefWatch", "aspect", "data sets", "Aspect: data sets")]
    [InlineData("review-section", "topic", "reefs", "section", "counting", "at most 250 words")]
    [InlineData("propose-searches", "question", "How are reefs counted?", "count", "3", "Write at most 3 searches")]
    [InlineData("score-evidence", "question", "How are reefs counted?", "paper", "2403.00007", "Divers count reefs by hand")]
    public async Task A_prompt_is_filled_from_the_library(string name, string first, string value, string? second, string? other, string says)
    {
        await using var mcp = await TestMcp.StartAsync();
        var arguments = new Dictionary<string, object?> { [first] = value };
        if (second is not null)
        {
            arguments[second] = other;
        }

        var prompt = await mcp.Client.GetPromptAsync(name, arguments, cancellationToken: Token);

        var message = Assert.Single(prompt.Messages);
        Assert.Equal(Role.User, message.Role);
        Assert.Contains(says, Assert.IsType<TextContentBlock>(message.Content).Text, StringComparison.Ordinal);
        Assert.Contains("ReefWatch", Assert.IsType<TextContentBlock>(message.Content).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_paper_speaks_to_a_question_the_evidence_says_so()
    {
        await using var mcp = await TestMcp.StartAsync();

        var prompt = await mcp.Client.GetPromptAsync("answer", new Dictionary<string, object?> { ["question"] = "Who won the chess tournament in Baku?" }, cancellationToken: Token);

        Assert.Contains("(no paper of the library speaks to this)", ((TextContentBlock)prompt.Messages[0].Content).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("score-evidence")]
    [InlineData("compare")]
    public async Task Orders_to_models_do_not_reach_a_prompt(string name)
    {
        await using var mcp = await TestMcp.StartAsync();
        var arguments = new Dictionary<string, object?> { ["paper"] = "test:orders", ["question"] = "How fast is it?", ["aspect"] = "result" };

        var prompt = await mcp.Client.GetPromptAsync(name, arguments, cancellationToken: Token);

        var text = ((TextContentBlock)prompt.Messages[0].Content).Text;
        Assert.Contains("It delivers 84 parcels an hour", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ignore all previous instructions", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer", "aspect", "x", "needs the argument question")]
    [InlineData("nothing", "aspect", "x", "there are answer, compare")]
    [InlineData("compare", "paper", "Counting of turtles from space", "needs the argument aspect")]
    public async Task A_prompt_that_cannot_be_filled_says_why(string name, string argument, string value, string says)
    {
        await using var mcp = await TestMcp.StartAsync();

        var refused = await Assert.ThrowsAnyAsync<McpException>(
            async () => await mcp.Client.GetPromptAsync(name, new Dictionary<string, object?> { [argument] = value }, cancellationToken: Token));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }
}
