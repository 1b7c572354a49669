using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Answering;

public sealed class TopicListTests
{
    private static readonly Paper Far = Paper(
        "far", "A Flat for Everybody", "Flats are dear, and water is warmed in each. We compare models of rent in a flat, of water use and of heating.");

    private static readonly Paper[] Near =
    [
        Paper("1", "Steering Boats with Flat Water Models", "Flat water models tell how a hull glides. We steer boats with them."),
        Paper("2", "Flat Water Models for Canals", "Canals are slow. Flat water models follow each lock of a canal."),
        Paper("3", "Ponds", "Ponds freeze early. We fit flat water models to ponds."),
        Paper("4", "Rowing Indoors", "Rowers train on machines. A flat water model makes the machine feel like a lake."),
    ];

    private static Paper Paper(string id, string title, string text) => new() { Id = new PaperId("test:" + id), Title = title, Abstract = text };

    private static async Task<string[]> ListAsync(IEnumerable<Paper> papers)
    {
        await using var library = await InMemoryPaperLibrary.OfAsync(papers, TestContext.Current.CancellationToken);
        var events = await new AnswerPipeline(library, TimeProvider.System)
            .AskAsync(new Question { Text = "papers on flat-water models" }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        Assert.True(answer.Answered, answer.Text);
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(c => c.Number));
        return [.. answer.Citations.Select(c => c.Paper.Id.Value)];
    }

    [Fact]
    public async Task A_list_leaves_out_a_paper_in_which_the_topic_s_words_stand_only_far_apart() =>
        Assert.DoesNotContain("test:far", await ListAsync([Far, .. Near]));

    [Fact]
    public async Task A_short_list_ends_with_such_a_paper() =>
        Assert.Equal("test:far", (await ListAsync([Far, .. Near.Take(2)]))[^1]);
}
