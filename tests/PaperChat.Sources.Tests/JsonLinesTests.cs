using System.Text;
using PaperChat.Ingestion;
using PaperChat.Papers;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class JsonLinesTests
{
    private const string Good = """{"title":"Counting Rain","abstract":"We count."}""";

    [Fact]
    public async Task Every_field_is_read()
    {
        var paper = (await ReadTextAsync("""
            {"id":"x:1","title":"Counting Rain","abstract":"We \"count\" caf\u00e9s.","authors":["Ada Quill","Bo Dam"],"venue":"Roofs","year":2024,"url":"https://example.org/1","doi":"10.1/x","arxiv":"2401.00001","categories":"cs.CL stat.ML","keywords":["rain","cs.CL"],"links":["https://example.org/code"],"listed":"2024-05-06","kind":"summary","other":{"deep":[1,{"title":"no"}]}}
            """)).OnlyPaper();

        Assert.Equal(("x:1", "Counting Rain", "We \"count\" cafés."), (paper.Key, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Quill", "Bo Dam"], paper.Authors);
        Assert.Equal(("Roofs", 2024, "https://example.org/1", "10.1/x", "2401.00001"), (paper.Venue, paper.Year, paper.Url, paper.Doi, paper.Arxiv));
        Assert.Equal(["cs.CL", "stat.ML", "rain"], paper.Categories);
        Assert.Equal(["https://example.org/code"], paper.Links);
        Assert.Equal(new ListedDate(2024, 5, 6), paper.Listed);
        Assert.Equal(PaperKind.Summary, paper.Kind);
    }

    [Theory]
    [InlineData("\"Ada Quill, Bo Dam and Cy Roe\"", "Ada Quill|Bo Dam|Cy Roe")]
    [InlineData("\"Quill, Ada; Dam, Bo\"", "Quill, Ada|Dam, Bo")]
    [InlineData("\"Quill, Ada and Dam, Bo\"", "Quill, Ada|Dam, Bo")]
    [InlineData("[{\"name\":\"Ada Quill\",\"id\":{\"a\":1}},{\"name\":\"Bo Dam\"}]", "Ada Quill|Bo Dam")]
    [InlineData("null", "")]
    public async Task Authors_come_as_a_list_or_as_one_text(string json, string names)
    {
        var paper = (await ReadTextAsync($$"""{"title":"Counting Rain","authors":{{json}}}""")).OnlyPaper();

        Assert.Equal(names, string.Join('|', paper.Authors));
    }

    [Fact]
    public async Task Lines_of_a_BEIR_corpus_are_papers()
    {
        var paper = (await ReadTextAsync("""{"_id":"7","title":"Counting Rain","text":"We count.","metadata":{}}""")).OnlyPaper();

        Assert.Equal(("7", "We count."), (paper.Key, paper.Abstract));
    }

    [Theory]
    [InlineData("""{"abstract":"We count."}""", "no title")]
    [InlineData("""{"title":"  "}""", "no title")]
    [InlineData("""{"title":7}""", "title is a number where text")]
    [InlineData("""{"title":"A","authors":7}""", "authors is a number where text or a list")]
    [InlineData("""{"title":"A","authors":["B",7]}""", "list of authors is not text")]
    [InlineData("""{"title":"A","authors":[{"id":7}]}""", "author has no name")]
    [InlineData("""{"title":"A","year":"soon"}""", "year 'soon' is not a number")]
    [InlineData("""{"title":"A","year":20233}""", "year 20233 is not between")]
    [InlineData("""{"title":"A","year":true}""", "year is true or false where a whole number")]
    [InlineData("""{"title":"A","listed":"today"}""", "listed day 'today'")]
    [InlineData("""{"title":"A","kind":"novel"}""", "kind 'novel'")]
    [InlineData("""{"title":"A" """, "not valid JSON")]
    [InlineData("""{"title":"A"}{"title":"B"}""", "not valid JSON")]
    [InlineData("""["title"]""", "not a JSON object")]
    [InlineData("""{"title":"half \ud800 pair"}""", "surrogate pair")]
    public async Task A_line_that_is_no_paper_is_rejected_with_its_number_and_the_others_go_in(string line, string reason)
    {
        var items = await ReadTextAsync(Good + "\n\n" + line + "\n" + Good);

        Assert.Equal([1L, 4L], items.OfType<SourceItem.Read>().Select(item => item.Line!.Value));
        var rejected = Assert.Single(items.Rejections());
        Assert.Equal(3, rejected.Line);
        Assert.Contains(reason, rejected.Reason);
    }

    [Fact]
    public async Task A_numeric_text_is_a_year_and_a_number_an_id()
    {
        var paper = (await ReadTextAsync("""{"id":17,"title":"A","year":"2023","authors":[]}""")).OnlyPaper();

        Assert.Equal(("17", 2023), (paper.Key, paper.Year));
    }

    [Fact]
    public async Task Invalid_UTF8_is_rejected_and_a_byte_order_mark_is_not_part_of_the_first_line()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good + "\r\n"), .. Encoding.Latin1.GetBytes("{\"title\":\"caf\u00e9\"}\n" + Good)];

        var items = await ReadBytesAsync(bytes);

        Assert.Equal(2, items.Papers().Count);
        Assert.Equal(2, Assert.Single(items.Rejections()).Line);
    }

    [Fact]
    public async Task A_line_of_200_megabytes_is_rejected_without_being_held_in_memory()
    {
        using var input = new LongLineStream(Good + "\n{\"title\":\"", 200_000_000, "\"}\n" + Good + "\n");
        var source = Assert.Single(await FindAsync(["-"], standardInput: input));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var items = await ReadAsync(source);

        Assert.Equal([1L, 3L], items.OfType<SourceItem.Read>().Select(item => item.Line!.Value));
        var rejected = Assert.Single(items.Rejections());
        Assert.Equal(2, rejected.Line);
        Assert.Contains("longer than 4 MB", rejected.Reason);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 40_000_000);
    }

    [Fact]
    public async Task The_longest_line_allowed_is_read()
    {
        var text = new string('a', 4 * 1024 * 1024 - """{"title":"A","abstract":""}""".Length);

        var items = await ReadTextAsync(Good + $$"""

            {"title":"A","abstract":"{{text}}"}
            {"title":"A","abstract":"{{text}}b"}
            """);

        Assert.Equal(text, items.Papers()[1].Abstract);
        Assert.Equal(3, Assert.Single(items.Rejections()).Line);
    }

    [Fact]
    public async Task A_shard_of_real_papers_is_read_whole()
    {
        var path = SharedFolder.Require("data/papers/papers-07.jsonl.gz");

        var items = await ReadAsync(path);

        Assert.Empty(items.Rejections());
        Assert.Equal(21_732, items.Count);
        Assert.Equal(new FileInfo(path).Length, items[^1].BytesRead);
    }
}
