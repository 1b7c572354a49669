using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Core.Tests.Retrieval;

public sealed class QueryParserTests
{
    private static readonly DateOnly Today = new(2025, 7, 28);

    [Theory]
    [InlineData("sparse attention year:2020..2023", "sparse attention", "year:2020..2023")]
    [InlineData("year:2024 venue:ICLR", "", "year:2024 venue:ICLR")]
    [InlineData("author:\"A. Example\" pruning cat:cs.CL", "pruning", "author:\"A. Example\" cat:cs.CL")]
    [InlineData("papers since 2023 on pruning", "papers on pruning", "year:2023..")]
    [InlineData("what was known before 2020", "what was known", "year:..2019")]
    [InlineData("surveys between 2018 and 2020", "surveys", "year:2018..2020")]
    [InlineData("parsers published in 2019", "parsers", "year:2019")]
    [InlineData("optimisers from this year", "optimisers", "year:2025")]
    public void Filters_and_dates_are_taken_out_of_the_text(string text, string rest, string filters)
    {
        var query = QueryParser.Parse(text, SearchFilters.None, Today);

        Assert.Equal(rest, query.Text);
        Assert.Equal(filters, QueryParser.Describe(query.Filters));
    }

    [Theory]
    [InlineData("scales to 2048 tokens")]
    [InlineData("trained in 2000 steps")]
    [InlineData("year:soon")]
    [InlineData("the ratio is 3:1")]
    [InlineData("ILSVRC-2012 results")]
    public void Text_that_only_looks_like_a_filter_stays_text(string text)
    {
        var query = QueryParser.Parse(text, SearchFilters.None, Today);

        Assert.Equal(text, query.Text);
        Assert.True(query.Filters.IsEmpty);
    }

    [Fact]
    public void A_filter_in_the_text_wins_over_the_same_one_beside_it()
    {
        var given = new SearchFilters { Year = new YearRange(2010, 2012), Venue = "ACL" };

        var query = QueryParser.Parse("parsing year:2020", given, Today);

        Assert.Equal(new YearRange(2020, 2020), query.Filters.Year);
        Assert.Equal("ACL", query.Filters.Venue);
    }

    [Fact]
    public void This_week_means_the_seven_days_up_to_today()
    {
        var query = QueryParser.Parse("papers on pruning listed this week", SearchFilters.None, Today);

        Assert.Equal("papers on pruning", query.Text);
        Assert.Equal(new ListedDate(2025, 7, 22), query.Filters.ListedFrom);
        Assert.Equal(new ListedDate(2025, 7, 28), query.Filters.ListedTo);
    }

    [Fact]
    public void Phrases_keep_their_words_in_the_text_and_exclusions_do_not()
    {
        var query = QueryParser.Parse("\"beam search\" decoding -speech -\"machine translation\" state-of-the-art", SearchFilters.None, Today);

        Assert.Equal("beam search decoding state-of-the-art", query.Text);
        Assert.Equal(["beam search"], query.Phrases);
        Assert.Equal(["speech", "machine translation"], query.Excluded);
    }

    [Fact]
    public void Endless_input_is_cut() =>
        Assert.True(QueryParser.Parse(new string('x', 1_000_000), SearchFilters.None, Today).Text.Length <= QueryParser.MaxLength);
}
