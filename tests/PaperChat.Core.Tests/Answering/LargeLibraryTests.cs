using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Answering;

/// <summary>What must hold when the papers asked about stand among many that use the same words.</summary>
public sealed class LargeLibraryTests
{
    private const int Others = 300;

    private static async Task<Answer> AskAsync(string text, params string[] history)
    {
        await using var library = await InMemoryPaperLibrary.OfAsync(Papers(), TestContext.Current.CancellationToken);
        var events = await new AnswerPipeline(library, TimeProvider.System)
            .AskAsync(new Question { Text = text, History = history }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        return events.OfType<AnswerCompleted>().Single().Answer;
    }

    private static IEnumerable<Paper> Papers()
    {
        yield return Paper("combiner", "Combiner: Sails in Two Halves",
            "Large sails tear in storms. We propose Combiner, a sail that is sewn from two halves. A zip joins the halves within four seconds.", listed: true);
        yield return Paper("keel", "Keels That Fold: A Study of Shallow Harbours",
            "Shallow harbours keep deep boats out. We fold the keel with a hydraulic arm. However, the arm fails below the freezing point.", listed: true);
        for (var i = 0; i < Others; i++)
        {
            yield return Paper($"other{i}", $"Combining Sails and Keels on Boat Number {i}",
                $"We combine sails, combined halves of sails and keels of boats. Boat {i} combines {i + 3} sails in harbours and storms. The sails are combined by hand.");
        }
    }

    private static Paper Paper(string id, string title, string text, bool listed = false) =>
        new() { Id = new PaperId("test:" + id), Title = title, Abstract = text, Listed = listed ? new ListedDate(null, 7, 28) : null };

    [Fact]
    public async Task A_paper_is_found_by_its_name_among_many_that_hold_the_word()
    {
        var answer = await AskAsync("How long does joining the halves take in Combiner?");

        Assert.Equal("test:combiner", answer.Retrieved[0].Paper.Id.Value);
        Assert.Contains("four seconds", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_on_a_topic_begin_with_those_that_a_daily_list_brought()
    {
        var answer = await AskAsync("papers on sails in storms");

        Assert.Equal("test:combiner", answer.Retrieved[0].Paper.Id.Value);
    }

    [Fact]
    public async Task A_follow_up_stays_with_the_paper_it_leans_on()
    {
        var answer = await AskAsync("How many boats and sails does it name?", "How is the Combiner sail sewn?");

        Assert.Equal("test:combiner", answer.Retrieved[0].Paper.Id.Value);
    }

    [Fact]
    public async Task A_question_about_what_is_wrong_is_answered_with_the_fault()
    {
        var answer = await AskAsync("What is wrong with keels that fold?");

        Assert.Contains("fails below the freezing point", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_sets_no_more_papers_side_by_side_than_it_names()
    {
        var answer = await AskAsync("How do Combiner and the paper on keels that fold each cope with harbours or storms?");

        Assert.Equal(["test:combiner", "test:keel"], answer.Citations.Select(c => c.Paper.Id.Value).Distinct().Order());
    }
}
