using System.Text;
using PaperChat.Ingestion;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class BibtexTests
{
    [Fact]
    public async Task An_entry_is_a_paper()
    {
        var items = await ReadTextAsync("""
            % Encoding: UTF-8
            @string{icml = "International Conference on " # reefs}
            @string{reefs = "Reefs"}
            @preamble{"\newcommand{\x}{y}"}
            @comment{jabref-meta: saveActions: {a};}
            Text between entries is comment, and so is me@example.org.
            @InProceedings{moss2024,
              author    = {Moss, Ada and van der Berg, Ludwig and {Tidewatch and Friends} and Reed, Jr., Bo and others},
              title     = "{BERT} counts corals in {$O(n^{2})$} at 100\%: {\"U}ber r{\'e}efs \& {\O}re",
              booktitle = icml # { 2024},
              year      = 2024,
              month     = jul # "~7",
              pages     = {1--9},
              doi       = {https://doi.org/10.1000/ABC\_d},
              eprint    = {2401.00001v2}, archivePrefix = {arXiv}, primaryClass = {cs.LG},
              url       = {https://example.org/a\_b%20c},
              keywords  = {reefs, corals; routing},
              abstract  = {We count -- at {\textasciitilde}5 \$ each --- corals.
                           It is ``fast''.},
            }
            """);

        var paper = items.OnlyPaper();
        Assert.Equal("BERT counts corals in $O(n^{2})$ at 100%: Über réefs & Øre", paper.Title);
        Assert.Equal(["Ada Moss", "Ludwig van der Berg", "Tidewatch and Friends", "Bo Reed Jr."], paper.Authors);
        Assert.Equal(("International Conference on reefs 2024", 2024), (paper.Venue, paper.Year));
        Assert.Equal(("https://doi.org/10.1000/ABC_d", "2401.00001v2", "https://example.org/a_b%20c"), (paper.Doi, paper.Arxiv, paper.Url));
        Assert.Equal(["reefs, corals", "routing"], paper.Categories);
        Assert.Equal("We count – at ~5 $ each — corals. It is “fast”.", paper.Abstract);
        Assert.Null(paper.Key);
        Assert.Equal(7, items[0].Line);
    }

    [Theory]
    [InlineData("@article(moss2024, title = {Reefs (and tides)}, year = {2024})")]
    [InlineData("@ARTICLE{moss2024,title={Reefs (and tides)},year={in press 2024}}")]
    [InlineData("@misc { moss2024 ,\n title = \"Reefs (and {\"}tides{\"})\" , date = 2024-05-06 }")]
    [InlineData("@online{moss2024, title = {Reefs (and tides)}, year = {2024}} @comment that does not matter {")]
    [InlineData("@custom{moss2024, title = {Reefs (and tides)}, year = {2024}}\n@misc{x, title={Reefs (and tides)}, year=2024}")]
    public async Task The_outer_forms_differ_and_the_paper_does_not(string text)
    {
        var papers = (await ReadTextAsync(text.Replace("{\"}", "", StringComparison.Ordinal))).Papers();

        Assert.All(papers, p => Assert.Equal(("Reefs (and tides)", 2024), (p.Title, p.Year)));
        Assert.NotEmpty(papers);
    }

    [Theory]
    [InlineData("\\\"{o}\\'{\\i}\\c{c}\\v{s}\\v s{\\ss}\\o{}\\aa \\L{}\\'a{\\`{e}}\\~{n}\\H{o}", "öíçššßøåŁáèñő")]
    [InlineData("\\emph{On} \\textbf{bold} {\\it italic} \\textsc{Reefs}", "On bold italic Reefs")]
    [InlineData("H\\textsubscript{2}O and \\LaTeX{} and \\unknown{x}", "H2O and LaTeX and \\unknownx")]
    [InlineData("{\\ensuremath{\\alpha}} or $\\alpha$ or 5\\$ to 6\\$", "α or $\\alpha$ or 5$ to 6$")]
    [InlineData("Reefs~of the  \n north", "Reefs of the north")]
    public async Task LaTeX_becomes_text_and_formulas_stay(string latex, string title) =>
        Assert.Equal(title, (await ReadTextAsync("@misc{k, title = {" + latex + "}}")).OnlyPaper().Title);

    [Theory]
    [InlineData("@article{bad, title = {Never closed, year = 2020", "never closed")]
    [InlineData("@article{bad, title {No sign}, year = 2020}", "no equals sign")]
    [InlineData("@article{bad, title = , year = 2020}", "no value")]
    [InlineData("@article{bad, year = 2020}", "no title")]
    [InlineData("@article{bad, title = {A} and {B}, year = 2020}", "no comma")]
    [InlineData("@article{bad, title = \"A, year = 2020}", "quotation mark")]
    public async Task A_broken_entry_is_reported_with_its_line_and_costs_no_other(string broken, string reason)
    {
        var items = await ReadTextAsync("@misc{a, title = {A}}\n" + broken + "\n\n@misc{c,\n title = {C}}\n@misc{d, title = {D}}\n");

        Assert.Equal(["A", "C", "D"], items.Papers().Select(p => p.Title));
        var rejected = Assert.Single(items.Rejections());
        Assert.Equal(2, rejected.Line);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@article{bad, title = {A}\n year = 2020}", "no comma")]
    [InlineData("@article{title = {A}, year = 2020}", "no key")]
    [InlineData("@article{bad, title = {A}, year = 2020, crossref = {gone}}", "'gone'")]
    public async Task A_slip_is_reported_and_the_entry_read(string entry, string remark)
    {
        var item = Assert.IsType<SourceItem.Read>(Assert.Single(await ReadTextAsync(entry)));

        Assert.Equal(("A", 2020), (item.Record.Title, item.Record.Year));
        Assert.Contains(remark, item.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_takes_fields_from_those_it_names_wherever_they_stand()
    {
        var items = await ReadTextAsync("""
            @xdata{press, publisher = {Tidewatch}, year = 2021}
            @inproceedings{a, title = {A}, author = {Moss, Ada}, crossref = {book}}
            @inbook{b, title = {B}, xdata = {press}, crossref = {book}}
            @misc{c, title = {C}, crossref = {d}}
            @misc{d, title = {D}, crossref = {c}, year = 2020}
            @proceedings{book, title = {Proceedings on Reefs}, year = 2019, doi = {10.1000/book}, url = {https://example.org}, abstract = {No.}}
            """);

        var papers = items.Papers().ToDictionary(p => p.Title);
        Assert.Equal(5, papers.Count);
        Assert.Equal(("Proceedings on Reefs", 2019), (papers["A"].Venue, papers["A"].Year));
        Assert.Equal((null, null, ""), (papers["A"].Doi, papers["A"].Url, papers["A"].Abstract));
        Assert.Equal(("Proceedings on Reefs", 2021), (papers["B"].Venue, papers["B"].Year));
        Assert.Equal((2020, 2020), (papers["C"].Year, papers["D"].Year));
    }

    [Fact]
    public async Task Titles_of_a_parent_become_those_of_the_book()
    {
        var items = await ReadTextAsync("""
            @inproceedings{a, title = {A}, crossref = {book}}
            @inproceedings{b, title = {B}, crossref = {old}}
            @proceedings{book, title = {Proceedings on Reefs}, subtitle = {Sound and Sand}, year = 2019}
            @proceedings{old, title = {Another Title}, booktitle = {The Book of Reefs}, year = 2018}
            """);

        var papers = items.Papers().ToDictionary(p => p.Title);
        Assert.Equal(("Proceedings on Reefs", 2019), (papers["A"].Venue, papers["A"].Year));
        Assert.Equal(("The Book of Reefs", 2018), (papers["B"].Venue, papers["B"].Year));
    }

    [Fact]
    public async Task Entries_that_wait_for_parents_that_never_come_stay_within_bounds()
    {
        var text = new string('w', 60_000);
        var file = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"@misc{{k{i}, title = {{Reef {i}}}, crossref = {{none}}, file = {{{text}}}}}\n"));

        var items = await ReadTextAsync(file);

        Assert.Equal(1_500, items.Papers().Count);
        Assert.True(items[0].Line > 500, "The entries that did not wait come first.");
    }

    [Fact]
    public async Task Entries_in_a_comment_are_read_as_BibTeX_reads_them()
    {
        var items = await ReadTextAsync("@comment{\n@misc{a, title = {A}}\n}\n@misc{b, title = {B}}");

        Assert.Equal(["A", "B"], items.Papers().Select(p => p.Title));
        Assert.Empty(items.Rejections());
    }

    [Fact]
    public async Task A_key_that_comes_twice_is_reported_and_both_entries_are_read()
    {
        var items = await ReadTextAsync("@misc{a, title = {A}}\n@misc{A, title = {B}}\n");

        Assert.Equal(["A", "B"], items.Papers().Select(p => p.Title));
        Assert.Contains("line 1", Assert.IsType<SourceItem.Read>(items[1]).Remark, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<SourceItem.Read>(items[0]).Remark);
    }

    [Fact]
    public async Task Old_files_in_Latin_1_are_read() =>
        Assert.Equal("Réefs", (await ReadBytesAsync(Encoding.Latin1.GetBytes("@misc{a, title = {R\u00e9efs}}"))).OnlyPaper().Title);

    [Theory]
    [InlineData("journal = {arXiv preprint arXiv:2401.00001}", "2401.00001")]
    [InlineData("eprint = {hal-0123}, eprinttype = {hal}", null)]
    [InlineData("eprint = {cs/0401001}", "cs/0401001")]
    [InlineData("note = {arXiv:2401.00001 [cs]}", "2401.00001")]
    public async Task An_arXiv_id_is_found_where_programs_put_it(string field, string? arxiv) =>
        Assert.Equal(arxiv, (await ReadTextAsync("@misc{a, title = {A}, " + field + "}")).OnlyPaper().Arxiv);

    [Fact]
    public async Task An_entry_larger_than_any_is_passed_over()
    {
        var items = await ReadTextAsync("@misc{a, title = {A}, note = {" + new string('x', 5_000_000) + "}}\n@misc{b, title = {B}}");

        Assert.Equal("B", Assert.Single(items.Papers()).Title);
        Assert.Contains("4 MB", Assert.Single(items.Rejections()).Reason, StringComparison.Ordinal);
    }
}
