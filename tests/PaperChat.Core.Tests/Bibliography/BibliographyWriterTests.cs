using System.Text.Json;
using PaperChat.Bibliography;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Bibliography;

public sealed class BibliographyWriterTests
{
    private static readonly Paper Full = new()
    {
        Id = new PaperId("arxiv:2401.00001"),
        Title = "LatticeNet: Routing 100% of the BERT & GPT-4 tokens in $O(n \\log n)$",
        Abstract = "We route.",
        Authors = ["Ludwig van der Berg", "Łucja Ørsted", "The Tidewatch Team"],
        Year = 2024,
        Venue = "ICML 2024",
        Url = "https://example.org/a_b?c=1%20d",
        Doi = "10.1000/lat_tice",
        Arxiv = "2401.00001",
        Categories = ["cs.LG", "routing"],
    };

    [Fact]
    public void BibTeX_has_both_ids_protects_names_and_escapes_what_LaTeX_would_take_for_its_own() => Assert.Equal(
        """
        @inproceedings{vanderberg2024latticenet,
          title         = {{LatticeNet}: Routing 100\% of the {BERT} \& {GPT-4} tokens in {$O(n \log n)$}},
          author        = {van der Berg, Ludwig and {\O}rsted, {\L}ucja and {The Tidewatch Team}},
          booktitle     = {ICML 2024},
          year          = {2024},
          doi           = {10.1000/lat_tice},
          eprint        = {2401.00001},
          archivePrefix = {arXiv},
          primaryClass  = {cs.LG},
          url           = {https://example.org/a_b?c=1%20d}
        }

        """.ReplaceLineEndings("\n"), Write(Full, BibliographyFormat.Bibtex));

    [Fact]
    public void What_a_paper_lacks_is_left_out() => Assert.Equal(
        "@misc{tidaltables,\n  title         = {Tidal Tables},\n  key           = {tidaltables}\n}\n",
        Write(new Paper { Id = new PaperId("title:1"), Title = "Tidal Tables" }, BibliographyFormat.Bibtex));

    [Theory]
    [InlineData("Reefs {and brace", "Reefs {\\ensuremath{\\lbrace}}and brace")]
    [InlineData("50$ reefs_of #1 ^ \\zork", "50\\$ reefs\\_of \\#1 {\\textasciicircum} {\\textbackslash}zork")]
    [InlineData("Naïve Ångström über İstanbul ș", "Na{\\\"i}ve {\\r{A}}ngstr{\\\"o}m {\\\"u}ber {\\.I}stanbul ș")]
    [InlineData("On α-reefs ≤ 3", "On {\\ensuremath{\\alpha}}-reefs {\\ensuremath{\\leq}} 3")]
    [InlineData("Learning reefs with Lattice models of the north", "Learning reefs with {Lattice} models of the north")]
    [InlineData("Learning Reefs With Lattice Models", "Learning Reefs With Lattice Models")]
    [InlineData("Bayesian Reefs: A Survey", "{Bayesian} Reefs: A Survey")]
    [InlineData("Broken $x_{1$ formula", "Broken x\\_{\\ensuremath{\\lbrace}}1 formula")]
    [InlineData("e\u0301tude", "{\\'e}tude")]
    [InlineData("珊瑚礁 and reefs", "珊瑚礁 and reefs")]
    public void Titles_are_safe_whatever_they_hold(string title, string latex) =>
        Assert.Contains("title         = {" + latex + "}", Write(new Paper { Id = new PaperId("a"), Title = title }, BibliographyFormat.Bibtex), StringComparison.Ordinal);

    [Fact]
    public void RIS_is_a_tag_a_line() => Assert.Equal(
        """
        TY  - CPAPER
        ID  - vanderberg2024latticenet
        TI  - LatticeNet: Routing 100% of the BERT & GPT-4 tokens in O(n log n)
        AU  - van der Berg, Ludwig
        AU  - Ørsted, Łucja
        AU  - The Tidewatch Team
        PY  - 2024
        T2  - ICML 2024
        DO  - 10.1000/lat_tice
        UR  - https://example.org/a_b?c=1%20d
        N1  - arXiv:2401.00001
        AB  - We route.
        KW  - cs.LG
        KW  - routing
        """.ReplaceLineEndings("\n") + "\nER  - \n", Write(Full, BibliographyFormat.Ris, withAbstracts: true));

    [Fact]
    public void CSL_JSON_is_an_array_of_items()
    {
        using var json = JsonDocument.Parse(Write(Full, BibliographyFormat.CslJson));

        var item = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("vanderberg2024latticenet", "paper-conference"), (item.GetProperty("id").GetString(), item.GetProperty("type").GetString()));
        Assert.Equal("van der", item.GetProperty("author")[0].GetProperty("non-dropping-particle").GetString());
        Assert.Equal("The Tidewatch Team", item.GetProperty("author")[2].GetProperty("literal").GetString());
        Assert.Equal(2024, item.GetProperty("issued").GetProperty("date-parts")[0][0].GetInt32());
    }

    [Theory]
    [InlineData(1, "Moss, A. (2024). Reefs. ICML. https://doi.org/10.1000/x")]
    [InlineData(2, "Moss, A., & Moss, A. (2024). Reefs. ICML. https://doi.org/10.1000/x")]
    [InlineData(0, "Reefs. (2024). ICML. https://doi.org/10.1000/x")]
    public void APA_is_a_line_to_read(int authors, string line) => Assert.Equal(line + "\n", Write(
        new Paper { Id = new PaperId("a"), Title = "Reefs", Authors = [.. Enumerable.Repeat("Ada Moss", authors)], Year = 2024, Venue = "ICML", Doi = "10.1000/x" },
        BibliographyFormat.Apa));

    [Fact]
    public void APA_names_the_first_nineteen_of_many_authors_and_the_last()
    {
        var text = Write(new Paper { Id = new PaperId("a"), Title = "Reefs", Authors = [.. Enumerable.Range(0, 25).Select(i => $"Ada Moss{i}x")] }, BibliographyFormat.Apa);

        Assert.Contains("Moss18x, A., … Moss24x, A. (n.d.). Reefs.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_that_comes_twice_has_one_entry() =>
        Assert.Single(BibliographyWriter.Entries([Full, Full], BibliographyFormat.Apa, withAbstracts: false));

    private static string Write(Paper paper, BibliographyFormat format, bool withAbstracts = false) =>
        BibliographyWriter.Join(BibliographyWriter.Entries([paper], format, withAbstracts), format);
}
