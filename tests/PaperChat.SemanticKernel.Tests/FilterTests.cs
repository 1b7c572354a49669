using Microsoft.Extensions.Logging;
using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.SemanticKernel.Filters;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;
using PaperChat.Text;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>What stands between a model and the library: fences, bounds, logs, and the user's own limits.</summary>
public sealed class FilterTests
{
    private const string Question = "How early does TetherSense warn before a kite line snaps?";
    private const string Said = "TetherSense warns 1.5 seconds before a line snaps [1].";

    [Fact]
    public async Task What_a_function_returns_stands_between_fences_that_no_paper_knows()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"), new ModelReply("[1]"));

        var lines = asked.Results[0].Split('\n');
        Assert.Matches("^evidence [0-9a-f]{12}$", lines[0]);
        Assert.Equal("end of " + lines[0], lines[^1]);
    }

    [Fact]
    public async Task A_sentence_that_orders_a_model_about_is_not_returned()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("salt of well water from satellite images"), new ModelReply("[1]"));

        Assert.Contains("Satellite images tell the salt", asked.Results[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Ignore all previous", asked.Results[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_no_longer_than_its_bound()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Calls(("search_papers", """{"query":"kites wells water wind lines","limit":500}""")), new ModelReply("[1]"));

        Assert.InRange(TokenEstimate.Of(asked.Results[0]), 1, UntrustedText.MostTokens + 40);
        Assert.InRange(asked.Results[0].Split("\n\n").Length, 2, 10);
    }

    [Fact]
    public async Task A_key_that_somebody_typed_into_the_question_does_not_reach_the_model()
    {
        var asked = await Asked.DeepAsync($"{Question} My key is {Endpoints.Key}", Said, Asked.Search("strain gauges"), new ModelReply("[1]"));

        Assert.All(asked.Looking, r => Assert.DoesNotContain(Endpoints.Key, r.Body.GetRawText(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LogLevel.Debug, false)]
    [InlineData(LogLevel.Trace, true)]
    public async Task Calls_are_logged_and_what_they_hold_at_trace_only(LogLevel level, bool holdsText)
    {
        var logger = new RecordingLogger(level);
        var looked = 0;
        await Asked.AskAsync(new Question { Text = Question, Deep = true },
            r => r.Functions.Count == 0 ? new ModelReply(Said) : looked++ == 0 ? Asked.Search("printed gauges") : new ModelReply("[1]"), logger: logger);

        Assert.Contains("search_papers: called", logger.Text, StringComparison.Ordinal);
        Assert.Equal(holdsText, logger.Text.Contains("printed gauges", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_is_offered_the_functions_of_the_papers_and_no_others_each_with_a_description()
    {
        var asked = await Asked.DeepAsync(Question, Said, new ModelReply("[1]"));

        Assert.Equal(["papers_compare_papers", "papers_get_paper", "papers_recent_papers", "papers_search_papers", "papers_similar_papers"],
            asked.Looking[0].Functions.Order(StringComparer.Ordinal));
        Assert.All(asked.Looking[0].Body.GetProperty("tools").EnumerateArray(), t =>
            Assert.NotEmpty(t.GetProperty("function").GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task Filters_of_the_user_hold_whatever_a_model_asks_for()
    {
        var question = new Question { Text = "What is known about kites?", Filters = new SearchFilters { Year = new YearRange(2022, 2023) } };

        var asked = await Asked.DeepAsync(question, "KiteRank orders kites by tolerance [1].",
            Asked.Calls(("search_papers", """{"query":"kite power survey","year":"2024"}"""), ("get_paper", """{"paper":"test:5"}""")), new ModelReply("[1]"));

        Assert.DoesNotContain("Kite Power", string.Join('\n', asked.Results), StringComparison.Ordinal);
        Assert.All(asked.Answer.Retrieved, r => Assert.InRange(r.Paper.Year!.Value, 2022, 2023));
    }
}
