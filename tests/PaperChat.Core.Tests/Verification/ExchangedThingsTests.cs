using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Core.Tests.Verification;

/// <summary>Things of one kind in each other's place, things of a list that the text does not have, effects that it does not report.</summary>
public sealed class ExchangedThingsTests
{
    private static readonly Paper Harbours = new()
    {
        Id = new PaperId("p:1"),
        Title = "TideClerk: Berths for Ferries and Barges",
        Abstract = "Upstream berths are assigned by draught and cargo weight. Tug planners have lately "
            + "drawn interest, offering quicker mooring plans than pilot schedules. The clerk agent writes the berth list, and the crane agent, which lifts the freight, "
            + "checks the ballast of each barge. We compare a ledger module and a beacon module, the latter providing steady night positions. Our planner is a "
            + "self-tuned scheduling framework with a single-queue design, and it draws tide-aware features and wind-level predictions from buoy readings. "
            + "It was tested on ferries, barges, and trawlers. Forecasts improve from coarse charts to dense maps. The planner eliminates the need for radio calls. "
            + "Downstream berths are handed out in the order of arrival. Older harbours keep limited contact with their pilots, and most "
            + "harbours use the list in certain seasons. Its rules cannot be assumed to hold abroad. "
            + "The study narrows the gap to veteran captains and beats paper lists.",
    };

    [Theory]
    [InlineData("Downstream berths are assigned by draught and cargo weight.")]
    [InlineData("Pilot schedules offer quicker mooring plans than tug planners.")]
    [InlineData("The ledger module provides steady night positions.")]
    [InlineData("The planner is a tuned scheduling framework.")]
    [InlineData("The planner has a two-queue design.")]
    [InlineData("The planner draws wind-level features and tide-aware predictions from buoy readings.")]
    [InlineData("TideClerk was tested on ferries, barges, and canoes.")]
    [InlineData("Forecasts improve from dense maps to coarse charts.")]
    [InlineData("The planner requires radio calls.")]
    [InlineData("Older harbours keep close contact with their pilots.")]
    [InlineData("The harbours use the list in all seasons.")]
    [InlineData("The rules never hold abroad.")]
    [InlineData("The study surpasses veteran captains.")]
    [InlineData("The planner draws tide-aware features and shortens the ferries considerably.")]
    public void What_is_exchanged_or_added_is_unsupported(string sentence)
    {
        var check = SentenceVerifier.Check(sentence, [Harbours]);

        Assert.Equal(SentenceVerdict.Unsupported, check.Verdict);
        Assert.NotEmpty(check.Failures);
    }

    [Theory]
    [InlineData("Draught and cargo weight decide how upstream berths are assigned.")]
    [InlineData("Tug planners offer quicker mooring plans than pilot schedules do.")]
    [InlineData("The beacon module provides steady night positions.")]
    [InlineData("The planner is a self-tuned framework for scheduling, designed with a single queue.")]
    [InlineData("Buoy readings yield tide-aware features and wind-level predictions.")]
    [InlineData("Trawlers, barges, and ferries served for testing.")]
    [InlineData("No radio calls are needed.")]
    [InlineData("Older harbours have only limited contact with their pilots.")]
    public void The_same_said_otherwise_is_supported(string sentence)
    {
        var check = SentenceVerifier.Check(sentence, [Harbours]);

        Assert.Empty(check.Failures);
        Assert.Equal(SentenceVerdict.Supported, check.Verdict);
    }

    [Theory]
    [InlineData("One hundred and forty-two gulls were counted on models of 0.4B to 70B grains.")]
    [InlineData("The count came to 142 gulls.")]
    public void Long_number_words_and_ranges_are_read(string sentence)
    {
        var paper = new Paper
        {
            Id = new PaperId("p:2"),
            Title = "GullCount",
            Abstract = "We counted 142 gulls on models (0.4B-70B grains).",
        };

        Assert.DoesNotContain(SentenceVerifier.Check(sentence, [paper]).Failures, f => f.Kind == CheckFailureKind.Number);
    }
}
