using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class RisTests
{
    [Fact]
    public async Task A_reference_is_a_paper()
    {
        var paper = (await ReadTextAsync("""
            TY  - JOUR
            TI  - Reefs and
            tides
            AU  - Moss, Ada
            A1  - Reed, Bo, Jr.
            AU  - Tidewatch
            PY  - 2024/05/06/spring
            T2  - Journal of Reefs
            AB  - We count
              corals.
            DO  - 10.1000/x
            UR  - https://example.org/a
            UR  - https://example.org/b
            KW  - reefs; tides
            KW  - corals
            more corals
            N1  - arXiv:2401.00001 [cs]
            SN - 1234-5678
            ER  - 
            """.Replace("\n", "\r\n", StringComparison.Ordinal))).OnlyPaper();

        Assert.Equal(("Reefs and tides", "We count corals.", 2024, "Journal of Reefs"), (paper.Title, paper.Abstract, paper.Year, paper.Venue));
        Assert.Equal(["Ada Moss", "Bo Reed Jr.", "Tidewatch"], paper.Authors);
        Assert.Equal(("10.1000/x", "2401.00001", "https://example.org/a"), (paper.Doi, paper.Arxiv, paper.Url));
        Assert.Equal(["https://example.org/b"], paper.Links);
        Assert.Equal(["reefs", "tides", "corals", "more corals"], paper.Categories);
    }

    [Fact]
    public async Task Tags_of_other_programs_mean_the_same()
    {
        var paper = (await ReadTextAsync("\uFEFFProvider: a library\n\nTY  - CHAP\nT1  - Reefs\nBT  - A Book\nY1  - 2020//\nN2  - Corals.\nM3  - 10.1000/y\nAN  - WOS:1\nDB  - Web\nER  -\n")).OnlyPaper();

        Assert.Equal(("Reefs", "A Book", 2020, "Corals.", "10.1000/y"), (paper.Title, paper.Venue, paper.Year, paper.Abstract, paper.Doi));
        Assert.Null(paper.Key);
    }

    [Fact]
    public async Task What_is_no_reference_is_reported_with_its_line_and_the_others_go_in()
    {
        var items = await ReadTextAsync("TY  - JOUR\nTI  - A\nTY  - JOUR\nAU  - Moss, Ada\nER  - \nTI  - Stray\nAU  - Moss, Ada\nTY  - JOUR\nTI  - C\n");

        Assert.Equal(["A", "C"], items.Papers().Select(p => p.Title));
        Assert.Equal([3L, 6L], items.Rejections().Select(r => r.Line!.Value));
    }
}
