using PaperChat.EndToEnd.Ingesting;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Citing;

public sealed class BibliographyProgramTests : IDisposable
{
    private const string Papers = """
        {"id":"arxiv:2401.00001","title":"LatticeNet: Routing 100% of the BERT & GPT-4 tokens in $O(n \\log n)$","abstract":"We route 5% of x_1 {corals}.","authors":["Ludwig van der Berg","Łucja Ørsted","The Tidewatch Team"],"year":2024,"venue":"ICML","categories":["cs.LG"]}
        {"id":"acl:P1-2_3","title":"A {brace} and a } lone one { of “Quoted” – reefs","abstract":"Nothing.","authors":["Bo Reed Jr.","Øre"],"year":2020,"venue":"Transactions of Reefs & Tides","doi":"10.1000/lat_tice(1)","url":"https://example.org/a_b?c=1%20d&e=~f#g"}
        {"id":"reefs","title":"50$ to 60$ for reefs_of #1 ^ \\\\ α ≤ β × 3 and 珊瑚礁","abstract":"No authors, no year."}
        {"id":"tides","title":"Naïve Ångström über İstanbul","abstract":"An author and no year.","authors":["Erik Sandström"],"venue":"NeurIPS"}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("abbrv")]
    [InlineData("alpha")]
    [InlineData("unsrt")]
    public async Task BibTeX_takes_the_bibliography_without_a_warning(string style)
    {
        await CiteAsync("bibtex", "refs.bib");
        _folder.Write("paper.aux", $"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{refs}}\n");

        var (exitCode, said) = await OtherProgram.RunAsync("bibtex", "texlive-base", _folder.Path, "paper");

        Assert.True(exitCode == 0 && !said.Contains("Warning", StringComparison.Ordinal), said);
        var items = await File.ReadAllTextAsync(_folder.File("paper.bbl"), TestContext.Current.CancellationToken);
        Assert.Equal(4, items.Split("\\bibitem").Length - 1);
        Assert.Contains("{LatticeNet}", items, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bibtex", "refs.bib", "bibtex")]
    [InlineData("csl-json", "refs.json", "csljson")]
    public async Task Pandoc_takes_the_bibliography_without_a_warning(string format, string file, string reader)
    {
        await CiteAsync(format, file);

        var (exitCode, said) = await OtherProgram.RunAsync("pandoc", "pandoc", _folder.Path, "-f", reader, "-t", "plain", "--citeproc", "--wrap=none", file);

        Assert.True(exitCode == 0 && !said.Contains("WARNING", StringComparison.OrdinalIgnoreCase), said);
        Assert.Contains("Naïve Ångström", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("LatticeNet", said, StringComparison.Ordinal);
        Assert.Contains("Tidewatch", said, StringComparison.Ordinal);
        Assert.Contains("珊瑚礁", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pandoc_takes_a_comparison_with_its_citations_without_a_warning()
    {
        await CiteAsync("bibtex", "refs.bib");
        var compared = await ProgramRun.RunAsync(
            ProgramRun.Chat, ["compare", "2401.00001", "tides", "--format", "markdown", "--library", _folder.File("library")], TestContext.Current.CancellationToken);
        Assert.True(compared.ExitCode == 0, compared.ToString());
        _folder.Write("table.md", compared.Output);

        var (exitCode, said) = await OtherProgram.RunAsync("pandoc", "pandoc", _folder.Path, "--citeproc", "--bibliography=refs.bib", "-t", "html", "table.md");

        Assert.True(exitCode == 0 && !said.Contains("WARNING", StringComparison.OrdinalIgnoreCase), said);
        Assert.Contains("<table>", said, StringComparison.Ordinal);
        Assert.Contains("ref-vanderberg2024latticenet", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("csl-json")]
    public async Task A_library_made_of_an_export_holds_the_same_papers(string format)
    {
        await CiteAsync(format, "refs", "--abstracts");
        var copy = new IngestRun(_folder.File("copy"));

        await copy.ExpectAsync(0, added: 4, changed: 0, unchanged: 0, rejected: 0, _folder.File("refs"));

        foreach (var id in (string[])["arxiv:2401.00001", "doi:10.1000/lat_tice(1)", "reefs", "tides"])
        {
            var shown = await ProgramRun.RunAsync(ProgramRun.Chat, ["library", "show", id, "--library", _folder.File("copy")], TestContext.Current.CancellationToken);
            Assert.True(shown.ExitCode == 0, shown.ToString());
        }
    }

    [Fact]
    public async Task Broken_entries_are_reported_with_file_and_line_and_the_others_go_in()
    {
        var file = _folder.Write("zotero.bib", "@article{a, title = {A}}\n@article{b, title = {B\n@article{c, title = {C}}\n@article{c, title = {D}}\n");
        var library = new IngestRun(_folder.File("library"));

        var result = await library.ExpectAsync(1, added: 3, changed: 0, unchanged: 0, rejected: 1, file);

        Assert.Contains($"{file}:2:", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}:4: The key 'c'", result.Error, StringComparison.Ordinal);
    }

    private async Task CiteAsync(string format, string file, params string[] options)
    {
        var library = new IngestRun(_folder.File("library"));
        await library.ExpectAsync(0, added: 4, changed: 0, unchanged: 0, rejected: 0, _folder.Write("papers.jsonl", Papers));
        var cited = await ProgramRun.RunAsync(
            ProgramRun.Chat,
            ["cite", "2401.00001", "10.1000/lat_tice(1)", "reefs", "tides", "--format", format, "--library", _folder.File("library"), .. options],
            TestContext.Current.CancellationToken);
        Assert.True(cited.ExitCode == 0, cited.ToString());
        _folder.Write(file, cited.Output);
    }
}
