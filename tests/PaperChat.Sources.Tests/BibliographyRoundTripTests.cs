using PaperChat.Bibliography;
using PaperChat.Ingestion;
using PaperChat.Papers;
using PaperChat.Text;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class BibliographyRoundTripTests
{
    private static readonly string[] Titles =
    [
        "LatticeNet: Routing 100% of the BERT & GPT-4 tokens", "Reefs of $O(n \\log n)$ and $\\mathcal{C}_{i}$", "A {brace} and a } lone one {",
        "50$ to 60$ for reefs_of #1 ^ \\ end", "Naïve Ångström über İstanbul, Łódź, Dvořák, Nyström & ș", "“Quoted” – and — dashed… it’s",
        "α-reefs ≤ 3 × β ∈ ℝ", "珊瑚礁 и рифы", "\"Straight\" and 'single' and `tick`", "<b>Bold</b> reefs & <x> y", "Broken $x_{1$ formula",
        "\\emph{Scan} and \\textbf{snap} \\'etude", "Why? What! No: this. And \"that\"", "Trailing backslash \\",
        "@article{x, title = {nested}}", "TY  - in the title", "comma, and and and", "C++ -- a --flag and x' 'y''", "Reefs 🪸 of the sea",
    ];

    public static TheoryData<BibliographyFormat, string> Cases()
    {
        var cases = new TheoryData<BibliographyFormat, string>();
        foreach (var format in (BibliographyFormat[])[BibliographyFormat.Bibtex, BibliographyFormat.Ris, BibliographyFormat.CslJson])
        {
            cases.AddRange(Titles.Select(t => new TheoryDataRow<BibliographyFormat, string>(format, t)));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_exported_is_read_back_to_the_same_paper(BibliographyFormat format, string title)
    {
        var record = new SourceRecord
        {
            Title = title,
            Abstract = "We route & count 5% of x_1 {corals} at 3$. " + title,
            Authors = ["Ludwig van der Berg", "Łucja Ørsted", "The Tidewatch and Reef Team", "Bo Reed Jr.", "Fuente Ortiz, Ana", "Øre", "Jürgen O'Neill-Gößling"],
            Year = 2024,
            Venue = "Proceedings of the Conference on Reefs & Tides, 100%",
            Url = "https://example.org/a_b?c=1%20d&e=~f#g",
            Doi = "10.1000/lat_tice(1)",
            Categories = ["routing", "reefs"],
        };

        foreach (var original in (SourceRecord[])[record, record with { Arxiv = "2401.00001" }, record with { Doi = null, Key = "acl:P1-2_3" }, record with { Doi = null }])
        {
            var paper = PaperNormalizer.Normalize(original, out _)!.Paper;
            var text = BibliographyWriter.Join(BibliographyWriter.Entries([paper, paper with { Id = new PaperId("other") }], format, withAbstracts: true), format);
            var items = await ReadTextAsync(text);

            Assert.Empty(items.Rejections());
            Assert.Equal(2, items.Count);
            AssertSame(paper, PaperNormalizer.Normalize(items.Papers()[0], out _)!.Paper);
        }
    }

    private static void AssertSame(Paper paper, Paper read)
    {
        Assert.Equal(paper.Id, read.Id);
        Assert.Equal(Shown(paper.Title), Shown(read.Title));
        Assert.Equal(Shown(paper.Abstract), Shown(read.Abstract));
        Assert.Equal(paper.Authors, read.Authors);
        Assert.Equal((paper.Year, paper.Venue, paper.Url), (read.Year, read.Venue, read.Url));
        Assert.Equal((paper.Doi, paper.Arxiv), (read.Doi, read.Arxiv));
        Assert.Equal(paper.Categories, read.Categories);
    }

    private static string Shown(string stored) => TextCleaner.Clean(stored).Text;
}
