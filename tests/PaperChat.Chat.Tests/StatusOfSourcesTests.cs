using System.Text.Json;
using PaperChat.Chat.Tests.Api;
using PaperChat.Chat.Tests.Json;
using PaperChat.Chat.Tests.Teams;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests;

/// <summary>A cited paper that does not stand any more, at every door.</summary>
public sealed class StatusOfSourcesTests
{
    private const string Question = "What accuracy does LatticeNet reach on the Gale benchmark?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PaperStatus.Withdrawn, "WITHDRAWN by its authors; Ada Moss", "[1] was withdrawn.")]
    [InlineData(PaperStatus.Retracted, "RETRACTED by its publisher; Ada Moss", "[1] was retracted.")]
    public async Task On_the_console_its_line_and_a_note_say_so_even_when_quiet(PaperStatus status, string line, string note)
    {
        var program = new TestProgram(await LibraryAsync(status));

        foreach (var result in new[] { await program.RunAsync("ask", Question), await program.RunAsync("ask", Question, "--quiet") })
        {
            Assert.Equal(0, result.ExitCode);
            var (text, sources) = Parts(result.Output);
            Assert.Contains(line, sources, StringComparison.Ordinal);
            Assert.Contains(note, sources, StringComparison.Ordinal);
            Assert.DoesNotContain("was ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_json_the_paper_has_a_status_and_the_note_is_no_sentence()
    {
        var program = new TestProgram(await LibraryAsync(PaperStatus.Withdrawn));

        var answer = PaperChatSchema.Object("answer", (await program.RunAsync("ask", Question, "--json")).Output);

        Assert.Equal("withdrawn", answer.GetProperty("citations")[0].GetProperty("paper").GetProperty("status").GetString());
        Assert.DoesNotContain("withdrawn", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.GetProperty("sentences").EnumerateArray(), s => s.GetProperty("text").GetString()!.Contains("withdrawn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_completion_the_note_follows_the_sources_and_is_no_citation()
    {
        await using var server = await TestServer.StartAsync(await LibraryAsync(PaperStatus.Retracted));
        var request = JsonSerializer.Serialize(new { model = "paperchat", messages = new[] { new { role = "user", content = Question } } });

        var (_, completion) = await server.PostAsync("/v1/chat/completions", request);

        var message = completion.GetProperty("choices")[0].GetProperty("message");
        var content = message.GetProperty("content").GetString()!;
        Assert.EndsWith("\n\n[1] was retracted.", content, StringComparison.Ordinal);
        Assert.All(message.GetProperty("annotations").EnumerateArray(), a => Assert.True(
            a.GetProperty("url_citation").GetProperty("end_index").GetInt32() <= content.IndexOf("\n\nSources:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_teams_the_note_stands_under_the_answer_as_plain_text()
    {
        await using var bot = await TestBot.StartAsync(library: await LibraryAsync(PaperStatus.Withdrawn));

        var message = (await bot.SayAsync(Question))[^1];

        Assert.Matches(@"\n\n\*\\?\[1\\?\] was withdrawn\\?\. Confidence: ", message.Text);
    }

    [Fact]
    public async Task Sources_that_stand_need_no_note()
    {
        var result = await new TestProgram(await LibraryAsync(PaperStatus.Current)).RunAsync("ask", Question);

        Assert.DoesNotContain("was ", result.Output, StringComparison.Ordinal);
    }

    private static (string Text, string Sources) Parts(string output)
    {
        var at = output.IndexOf("\nSources\n", StringComparison.Ordinal);
        return (output[..at], output[at..]);
    }

    private static Task<InMemoryPaperLibrary> LibraryAsync(PaperStatus status) =>
        InMemoryPaperLibrary.OfAsync([TestPapers.Lattice with { Status = status }, TestPapers.Summary], Token);
}
