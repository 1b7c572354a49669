using System.Text;
using PaperChat.Ingestion;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class CsvTests
{
    [Theory]
    [InlineData("Title,Summary,Authors,Year,Colour\n\"Rain, Counted\",We count.,\"Ada Quill, Bo Dam\",2024,red\n")]
    [InlineData("Title;Summary;Authors;Year;Colour\r\nRain, Counted;We count.;Ada Quill, Bo Dam;2024;red")]
    [InlineData("\"Title\"\t\"Summary\"\t\"Authors\"\t\"Year\"\t\"Colour\"\nRain, Counted\tWe count.\tAda Quill, Bo Dam\t2024\tred\n")]
    public async Task Columns_are_known_by_name_whatever_parts_them(string text)
    {
        var paper = (await ReadTextAsync(text)).OnlyPaper();

        Assert.Equal(("Rain, Counted", "We count.", 2024), (paper.Title, paper.Abstract, paper.Year));
        Assert.Equal(["Ada Quill", "Bo Dam"], paper.Authors);
    }

    [Fact]
    public async Task A_quoted_value_keeps_its_line_breaks_and_quotes()
    {
        var items = await ReadTextAsync("title,abstract\nA,\"We \"\"count\"\",\nand count.\"\nB,We measure 5\" pipes.\n");

        Assert.Equal(["We \"count\",\nand count.", "We measure 5\" pipes."], items.Papers().Select(paper => paper.Abstract));
        Assert.Equal([2L, 4L], items.Select(item => item.Line!.Value));
    }

    [Theory]
    [InlineData("B", "1 values where the header has 3")]
    [InlineData("B,b,2024,surplus", "4 values where the header has 3")]
    [InlineData(",b,2024", "no title")]
    [InlineData("B,b,soon", "year 'soon'")]
    [InlineData("B,\"b\" b,2024", "closing quote")]
    public async Task A_row_that_is_no_paper_is_rejected_with_its_line_and_the_others_go_in(string row, string reason)
    {
        var items = await ReadTextAsync("title,abstract,year\nA,a,2024\n" + row + "\nC,c,2024\n");

        Assert.Equal(["A", "C"], items.Papers().Select(paper => paper.Title));
        var rejected = Assert.Single(items.Rejections());
        Assert.Equal(3, rejected.Line);
        Assert.Contains(reason, rejected.Reason);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_row_only()
    {
        var items = await ReadTextAsync("title,abstract\nA,a\nB,\"b\nC,c\nD,d\n");

        Assert.Equal([("A", 2L), ("C", 4L), ("D", 5L)], items.OfType<SourceItem.Read>().Select(item => (item.Record.Title, item.Line!.Value)));
        Assert.Equal(3, Assert.Single(items.Rejections()).Line);
    }

    [Fact]
    public async Task A_quote_that_takes_in_more_than_a_row_can_hold_ends_the_reading_with_a_reason()
    {
        var items = await ReadTextAsync("title,abstract\nA,a\nB,\"b\n" + string.Concat(Enumerable.Repeat("C,cccccccccccccccc\n", 600_000)));

        Assert.Equal("A", items.Papers()[0].Title);
        Assert.Contains("not read any further", items.Rejections()[^1].Reason);
    }

    [Fact]
    public async Task Invalid_UTF8_costs_its_row_only()
    {
        var items = await ReadBytesAsync(Encoding.Latin1.GetBytes("title,abstract\nA,a\nB,caf\u00e9\nC,c\n"));

        Assert.Equal(["A", "C"], items.Papers().Select(paper => paper.Title));
        Assert.Contains("UTF-8", Assert.Single(items.Rejections()).Reason);
    }
}
