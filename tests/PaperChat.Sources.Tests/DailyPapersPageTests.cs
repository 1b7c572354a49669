using PaperChat.Papers;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class DailyPapersPageTests
{
    private const string Banner = "fresh\n\nSend the list to my inbox!\n\nJoin\n\nDaily Papers\n\nbySome readers and friends\n\nJul 28\n\n";

    private const string Rain =
        "Rain falls on roofs in patterns that nobody has counted with care. We count the drops on twelve roofs over a year and fit a " +
        "model of their arrival to the counts. The model needs three parameters, and it explains 62.3\\% of the variance on the roofs " +
        "that were left out. All counts are at https://example.org/rain";

    private const string Moss =
        "Moss grows on the north side of trees, or so it is said by people who walk in woods. We photograph four hundred trees with a " +
        "compass and let a ``soft\" classifier mark the moss in every picture. No side is preferred once the light is accounted for, " +
        "10times the number of trees that earlier studies had to rely upon.";

    [Fact]
    public async Task Every_paper_of_the_real_page_is_read_exactly_as_it_stands()
    {
        var path = SharedFolder.Require("seeds/daily-papers-07-28.txt");

        var items = await ReadAsync(path);

        // After the ten lines of banner the page holds one line of text and one blank line in turn.
        var lines = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Where(line => line.Length > 0).SkipWhile(line => line != "Jul 28").Skip(1).ToList();
        Assert.Empty(items.Rejections());
        Assert.Equal(64, items.Count);
        Assert.Equal(lines, items.Papers().SelectMany(paper => new[] { paper.Title, paper.Abstract }));
        Assert.All(items.Papers(), paper => Assert.Equal(new ListedDate(null, 7, 28), paper.Listed));
        Assert.Equal(13, items[0].Line);
        Assert.Equal(new FileInfo(path).Length, items[^1].BytesRead);
    }

    [Fact]
    public async Task A_given_day_replaces_the_one_without_a_year()
    {
        var options = new SourceOptions { Listed = new ListedDate(2025, 7, 28) };

        var paper = (await ReadTextAsync(Banner + "Counting Rain\n\n" + Rain, options)).OnlyPaper();

        Assert.Equal(new ListedDate(2025, 7, 28), paper.Listed);
    }

    [Fact]
    public async Task A_given_kind_makes_summaries_of_the_papers()
    {
        var paper = (await ReadTextAsync(Banner + "Counting Rain\n\n" + Rain, new SourceOptions { Kind = PaperKind.Summary })).OnlyPaper();

        Assert.Equal(PaperKind.Summary, paper.Kind);
    }

    [Theory]
    [InlineData("July 28", "--07-28")]
    [InlineData("28 July", "--07-28")]
    [InlineData("Jul 28, 2025", "2025-07-28")]
    [InlineData("Monday, July 28th, 2025", "2025-07-28")]
    [InlineData("2025-07-28", "2025-07-28")]
    public async Task The_day_is_read_as_pages_write_it(string written, string day)
    {
        var page = Banner.Replace("Jul 28", written) + "Counting Rain\n\n" + Rain;

        Assert.Equal(day, (await ReadTextAsync(page)).OnlyPaper().Listed.ToString());
    }

    [Fact]
    public async Task A_page_without_a_day_has_papers_without_a_day()
    {
        var paper = (await ReadTextAsync(Banner.Replace("Jul 28\n\n", "") + "Counting Rain\n\n" + Rain)).OnlyPaper();

        Assert.Equal("Counting Rain", paper.Title);
        Assert.Null(paper.Listed);
    }

    [Fact]
    public async Task Windows_line_ends_more_blank_lines_and_trailing_blanks_change_nothing()
    {
        var page = (Banner + "Counting Rain  \n\n\n" + Rain + " \n\n\n\nMoss\t\n \n" + Moss + "\n\n").Replace("\n", "\r\n");

        var papers = (await ReadTextAsync(page)).Papers();

        Assert.Equal(["Counting Rain", Rain, "Moss", Moss], papers.SelectMany(paper => new[] { paper.Title, paper.Abstract }));
    }

    [Fact]
    public async Task A_page_without_blank_lines_is_read_too()
    {
        var page = (Banner + "Counting Rain\n" + Rain + "\nMoss\n" + Moss).Replace("\n\n", "\n");

        var papers = (await ReadTextAsync(page)).Papers();

        Assert.Equal(["Counting Rain", Rain, "Moss", Moss], papers.SelectMany(paper => new[] { paper.Title, paper.Abstract }));
    }

    [Fact]
    public async Task Paragraphs_and_wrapped_lines_stay_in_their_abstract()
    {
        var wrapped = Moss.Replace(" with a compass", " with a\ncompass").Replace(" No side", "\nNo side");
        var page = Banner + "Counting Rain\n\n" + Rain + "\n\nWe release the counts and the code for all twelve roofs.\n\nMoss\n\n" + wrapped;

        var papers = (await ReadTextAsync(page)).Papers();

        Assert.Equal(Rain + "\n\nWe release the counts and the code for all twelve roofs.", papers[0].Abstract);
        Assert.Equal("Moss", papers[1].Title);
        Assert.Equal(wrapped, papers[1].Abstract);
    }

    [Fact]
    public async Task Votes_authors_days_and_the_foot_of_the_page_are_no_titles()
    {
        var page = Banner
            + "Submitted by\n\nroofwatcher\n\n42\n\nCounting Rain\n\nPublished on Jul 25\n\nAda Quill, Bo van Dam and Cy Roe\n\n" + Rain
            + "\n\n1.2k\n\n7 authors\n\nMoss\n\n· 3\n\n" + Moss + "\n\nPrevious\n\nNext\n\nTerms of Use Today\n\nPrivacy for All People\n\nCareers With Us Now\n\n";

        var items = await ReadTextAsync(page);

        Assert.Empty(items.Rejections());
        Assert.Equal(["Counting Rain", "Moss"], items.Papers().Select(paper => paper.Title));
        Assert.Equal(["Ada Quill", "Bo van Dam", "Cy Roe"], items.Papers()[0].Authors);
        Assert.Empty(items.Papers()[1].Authors);
    }

    [Fact]
    public async Task A_paper_whose_abstract_is_cut_off_is_rejected_and_the_others_stay()
    {
        var items = await ReadTextAsync(Banner + "Counting Rain\n\n" + Rain + "\n\nOn Moss\n\n" + Moss[..(Moss.IndexOf("earlier") + 4)]);

        Assert.Equal(["Counting Rain"], items.Papers().Select(paper => paper.Title));
        var rejected = Assert.Single(items.Rejections());
        Assert.Contains("cut off in the middle of the abstract of 'On Moss'", rejected.Reason);
        Assert.Equal(15, rejected.Line);
    }

    [Fact]
    public async Task A_page_cut_after_a_title_reports_the_title()
    {
        var items = await ReadTextAsync(Banner + "Counting Rain\n\n" + Rain + "\n\nThe Moss on Trees");

        Assert.Single(items.Papers());
        Assert.Contains("'The Moss on Trees' has no abstract", Assert.Single(items.Rejections()).Reason);
    }

    [Fact]
    public async Task Of_two_titles_in_a_row_the_second_owns_the_abstract_and_the_first_is_reported()
    {
        var items = await ReadTextAsync(Banner + "Counting Rain\n\n" + Rain + "\n\nSnow on Slanted Roofs\n\nThe Moss on Trees\n\n" + Moss);

        Assert.Equal(["Counting Rain", "The Moss on Trees"], items.Papers().Select(paper => paper.Title));
        Assert.Contains("'Snow on Slanted Roofs' has no abstract", Assert.Single(items.Rejections()).Reason);
    }

    [Fact]
    public async Task A_short_abstract_is_one()
    {
        var items = await ReadTextAsync(Banner + "Counting Rain\n\nWe count the rain and find that it is wet.\n\nOn Moss\n\n" + Moss);

        Assert.Equal("We count the rain and find that it is wet.", items.Papers()[0].Abstract);
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public async Task Two_pages_in_one_file_keep_their_days()
    {
        var page = Banner + "Counting Rain\n\n" + Rain + "\n\n" + Banner.Replace("28", "29") + "On Moss\n\n" + Moss;

        var items = await ReadTextAsync(page);

        Assert.Equal(["--07-28", "--07-29"], items.Papers().Select(paper => paper.Listed.ToString()));
        Assert.Empty(items.Rejections());
    }

    [Fact]
    public async Task A_paper_with_invalid_UTF8_is_rejected_alone()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(Banner + "Counting Rain\n\n" + Rain.Replace("nobody", "n\u00f6body") + "\n\nOn Moss\n\n" + Moss);

        var items = await ReadBytesAsync(bytes);

        Assert.Equal(["On Moss"], items.Papers().Select(paper => paper.Title));
        Assert.Contains("UTF-8", Assert.Single(items.Rejections()).Reason);
    }

    [Fact]
    public async Task A_page_saved_as_UTF16_is_read()
    {
        var encoding = new System.Text.UnicodeEncoding(bigEndian: false, byteOrderMark: true);

        var items = await ReadBytesAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Banner + "Counting Rain\n\n" + Rain)]);

        Assert.Equal(Rain, items.OnlyPaper().Abstract);
    }
}
