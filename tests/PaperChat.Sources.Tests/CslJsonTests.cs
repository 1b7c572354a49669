using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class CslJsonTests
{
    [Fact]
    public async Task An_item_is_a_paper()
    {
        var paper = (await ReadTextAsync("""
            [
              {
                "id": 12, "type": "paper-conference", "citation-key": "moss2024",
                "title": "Reefs of <i>Porites</i> and <span class=\"nocase\">BERT</span> where a < b",
                "author": [{"family": "Moss", "given": "Ada"}, {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der"},
                           {"literal": "The Tidewatch Team"}, {"family": "Reed", "given": "Bo", "suffix": "Jr."}],
                "issued": {"date-parts": [["2024", 5]]}, "container-title": "ICML", "DOI": "10.1000/x", "URL": "https://example.org/a",
                "number": "arXiv:2401.00001", "abstract": "We {count} \"corals\".", "keyword": "reefs, corals", "custom": {"x": [1, {"y": 2}]}
              }
            ]
            """)).OnlyPaper();

        Assert.Equal("Reefs of Porites and BERT where a < b", paper.Title);
        Assert.Equal(["Ada Moss", "Ludwig van der Berg", "The Tidewatch Team", "Bo Reed Jr."], paper.Authors);
        Assert.Equal((2024, "ICML", "10.1000/x", "2401.00001"), (paper.Year, paper.Venue, paper.Doi, paper.Arxiv));
        Assert.Equal("We {count} \"corals\".", paper.Abstract);
        Assert.Equal(["reefs", "corals"], paper.Categories);
    }

    [Theory]
    [InlineData("\"2024-05\"")]
    [InlineData("{\"raw\":\"May 2024\"}")]
    [InlineData("{\"date-parts\":[[2024]]}")]
    [InlineData("2024")]
    public async Task Dates_come_in_many_forms(string date) =>
        Assert.Equal(2024, (await ReadTextAsync("[{\"id\":\"a\",\"type\":\"article\",\"title\":\"A\",\"issued\":" + date + "}]")).OnlyPaper().Year);

    [Theory]
    [InlineData("{\"id\":\"b\",\"type\":\"book\"}", "no title")]
    [InlineData("{\"id\":\"b\",\"type\":\"book\",\"title\":}", "not valid JSON")]
    [InlineData("{\"id\":\"b\",\"type\":\"book\",\"title\":\"B }", "never closed")]
    [InlineData("{\"id\":\"b\",\"author\":[{\"family\":\"Moss\"}", "never closed")]
    public async Task A_broken_item_is_reported_with_its_line_and_costs_no_other(string broken, string reason)
    {
        var items = await ReadTextAsync("[\n  {\"id\":\"a\",\"type\":\"article\",\"title\":\"A\"},\n  " + broken + ",\n  {\"id\":\"c\",\"type\":\"article\",\"title\":\"C\"}\n]\n");

        Assert.Equal(["A", "C"], items.Papers().Select(p => p.Title));
        var rejected = Assert.Single(items.Rejections());
        Assert.Equal(3, rejected.Line);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }
}
