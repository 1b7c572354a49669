using PaperChat.TestSupport.ModelServing;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>What each function finds.</summary>
public sealed class PapersPluginTests
{
    private const string Question = "How early does TetherSense warn before a kite line snaps?";
    private const string Said = "TetherSense warns 1.5 seconds before a line snaps [1].";

    [Theory]
    [InlineData("""{"query":"kites","year":"..2022"}""", "KiteRank", "TetherSense")]
    [InlineData("""{"query":"kites","venue":"KITES"}""", "TetherSense", "Survey")]
    [InlineData("""{"query":"water","limit":1}""", "Well", "Kite")]
    public async Task A_search_takes_filters_and_a_limit(string arguments, string holds, string lacks)
    {
        var result = await CallAsync("search_papers", arguments);

        Assert.Contains(holds, result, StringComparison.Ordinal);
        Assert.DoesNotContain(lacks, result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_to_try() =>
        Assert.Contains("Try other or fewer words", await CallAsync("search_papers", """{"query":"zeppelin","year":"1900"}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("1", "lasts 200 hours")]
    [InlineData("[1]", "lasts 200 hours")]
    [InlineData("test:3", "600 litres")]
    public async Task A_paper_is_had_by_its_key_or_its_id(string paper, string holds) =>
        Assert.Contains(holds, await CallAsync("get_paper", $$"""{"paper":"{{paper}}"}"""), StringComparison.Ordinal);

    [Fact]
    public async Task Similar_papers_are_others()
    {
        var result = await CallAsync("similar_papers", """{"paper":"1","limit":2}""");

        Assert.Contains("Kite", result, StringComparison.Ordinal);
        Assert.DoesNotContain("TetherSense", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_says_for_each_paper_what_it_states_and_what_not()
    {
        var asked = await Asked.DeepAsync(Question, Said,
            Asked.Search("kites wind flights"), Asked.Calls(("compare_papers", """{"papers":"1, 2","aspect":"results"}""")), new ModelReply("[1]"));

        Assert.Contains("Results:", asked.Results[1], StringComparison.Ordinal);
        Assert.Contains("(1) ", asked.Results[1], StringComparison.Ordinal);
        Assert.Contains("(2) ", asked.Results[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recent_papers_are_those_that_a_feed_listed_in_the_last_days()
    {
        var lately = await CallAsync("recent_papers", """{"topic":"well water","days":10}""");
        var longer = await CallAsync("recent_papers", """{"topic":"kites","days":30}""");

        Assert.Contains("Well Water Quality", lately, StringComparison.Ordinal);
        Assert.DoesNotContain("TetherSense", lately, StringComparison.Ordinal);
        Assert.Contains("TetherSense", longer, StringComparison.Ordinal);
        Assert.DoesNotContain("KiteRank", longer, StringComparison.Ordinal);
    }

    private static async Task<string> CallAsync(string function, string arguments) =>
        (await Asked.DeepAsync(Question, Said, Asked.Calls((function, arguments)), new ModelReply("[1]"))).Results[0];
}
