using PaperChat.Chat.Console.Session;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Console.Session;

public sealed class FollowUpQuestionsTests
{
    [Fact]
    public async Task Every_question_suggested_is_answered_from_the_paper_it_names()
    {
        var (session, console) = await SessionAsync(suggestsNext: true);

        await session.HandleAsync("What is ReefWatch?", CancellationToken.None);

        var suggested = Suggested(console);
        var questions = suggested.Where(s => s.EndsWith('?')).ToArray();
        Assert.NotEmpty(questions);
        foreach (var question in questions)
        {
            await session.HandleAsync(question, CancellationToken.None);
            var answer = session.Conversation.Turns[^1].Answer!;
            Assert.True(answer.Answered, question);
            Assert.Equal(TestPapers.Reef.Id, answer.Citations[0].Paper.Id);
        }
    }

    [Fact]
    public async Task Two_sources_are_offered_side_by_side_and_one_with_papers_like_it()
    {
        var (session, console) = await SessionAsync(suggestsNext: true);

        await session.HandleAsync("What is LatticeNet?", CancellationToken.None);
        Assert.StartsWith("/similar 1", Suggested(console)[^1], StringComparison.Ordinal);
        await session.HandleAsync("/new", CancellationToken.None);
        await session.HandleAsync("papers on coral reefs", CancellationToken.None);

        Assert.True(session.Conversation.Listed.Count > 1, console.Output);
        Assert.StartsWith("/compare 1 2", Suggested(console)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_three_short_lines_and_none_that_was_asked_before()
    {
        var (session, console) = await SessionAsync(suggestsNext: true);

        await session.HandleAsync("How does ReefWatch work?", CancellationToken.None);

        var suggested = Suggested(console);
        Assert.InRange(suggested.Count, 1, 3);
        Assert.All(suggested, s => Assert.InRange(s.Length, 1, 69));
        Assert.DoesNotContain("How does ReefWatch work?", suggested);
    }

    [Fact]
    public async Task What_no_sentence_states_is_not_suggested()
    {
        var (session, console) = await SessionAsync(suggestsNext: true);

        await session.HandleAsync("What is LatticeNet?", CancellationToken.None);

        Assert.DoesNotContain(Suggested(console), s => s.StartsWith("Where is the code", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Piped_chats_and_quiet_ones_get_none()
    {
        var (session, console) = await SessionAsync(suggestsNext: false);
        var piped = await (await TestProgram.WithPapersAsync()).RunAsync("What is LatticeNet?\n", ["chat"]);

        await session.HandleAsync("What is ReefWatch?", CancellationToken.None);

        Assert.DoesNotContain("Ask next", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask next", piped.Output, StringComparison.Ordinal);
    }

    private static List<string> Suggested(TestConsole console)
    {
        var lines = console.Output.Split('\n');
        var first = Array.FindLastIndex(lines, l => l.StartsWith("Ask next  ", StringComparison.Ordinal));
        Assert.True(first >= 0, console.Output);
        return [.. lines[first..].TakeWhile(l => l.Length > 0).Select(l => l[10..])];
    }

    private static async Task<(ChatSession Session, TestConsole Console)> SessionAsync(bool suggestsNext)
    {
        var console = new TestConsole();
        var library = await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Reef], CancellationToken.None);
        return (TestSessions.Over(library, console, suggestsNext), console);
    }
}
