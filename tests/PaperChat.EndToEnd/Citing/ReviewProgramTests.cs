using PaperChat.EndToEnd.Ingesting;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Citing;

public sealed class ReviewProgramTests : IDisposable
{
    private const string Papers = """
        {"id":"arxiv:2401.00001","title":"LatticeNet: Routing 100% of the Reef & BERT Tokens in $O(n \\log n)$","abstract":"However, reefs suffer from 5% of x_1 {corals} | pipes & \"quotes\". We propose LatticeNet, which routes reef sonar with $\\alpha$-decay @once [see below]. It achieves an accuracy of 91.5% on the ReefBank data set.","authors":["Ludwig van der Berg","Łucja Ørsted"],"year":2024,"venue":"ICML","categories":["cs.LG"]}
        {"id":"acl:P1-2_3","title":"A {brace} of “Reef” Sonar – at Night","abstract":"We introduce <b>sonar</b> at night for reefs_of #1. Results show 20% more *sponges* ~ than ^cameras^ do.","authors":["Bo Reed Jr.","Øre"],"year":2020,"doi":"10.1000/lat_tice(1)","url":"https://example.org/a_b?c=1%20d&e=~f#g"}
        {"id":"reefs","title":"Nurseries of 珊瑚礁 on Ropes for Reefs","abstract":"This paper presents nurseries of corals on ropes for reefs. Future work on reefs at night remains open."}
        {"id":"tides","title":"Naïve Ångström Nurseries of Corals for Reefs","abstract":"We propose nurseries of corals in shade for reefs: they survive. 1. They grow.","authors":["Erik Sandström"],"venue":"NeurIPS"}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pandoc_takes_the_review_with_its_bibliography_without_a_warning()
    {
        await ReviewAsync();

        var (exitCode, said) = await OtherProgram.RunAsync(
            "pandoc", "pandoc", _folder.File("review"), "review.md", "--citeproc", "--bibliography", "references.bib", "--fail-if-warnings", "-t", "html");

        Assert.True(exitCode == 0 && !said.Contains("WARNING", StringComparison.OrdinalIgnoreCase), said);
        Assert.Contains("@once [see below]", said, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>sonar", said, StringComparison.Ordinal);
        Assert.DoesNotContain("???", said, StringComparison.Ordinal);
        Assert.Contains("Sandström", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BibTeX_takes_the_references_of_a_review_without_a_warning()
    {
        await ReviewAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.File("review"), "x.aux"), "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{references}\n", TestContext.Current.CancellationToken);

        var (exitCode, said) = await OtherProgram.RunAsync("bibtex", "texlive-base", _folder.File("review"), "x");

        Assert.True(exitCode == 0 && !said.Contains("Warning", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task LaTeX_takes_the_review_with_its_drawings_without_an_error_or_an_open_reference()
    {
        await ReviewAsync();
        string[] options = ["-interaction=nonstopmode", "-halt-on-error", "review.tex"];

        var first = await OtherProgram.RunAsync("pdflatex", "texlive-latex-base", _folder.File("review"), options);
        await OtherProgram.RunAsync("bibtex", "texlive-base", _folder.File("review"), "review");
        await OtherProgram.RunAsync("pdflatex", "texlive-latex-base", _folder.File("review"), options);
        var last = await OtherProgram.RunAsync("pdflatex", "texlive-latex-base", _folder.File("review"), options);

        Assert.True(first.ExitCode == 0, first.Said);
        Assert.True(last.ExitCode == 0 && !last.Said.Contains("undefined", StringComparison.OrdinalIgnoreCase), last.Said);
        Assert.True(new FileInfo(Path.Combine(_folder.File("review"), "review.pdf")).Length > 0);
        var text = await File.ReadAllTextAsync(Path.Combine(_folder.File("review"), "review.tex"), TestContext.Current.CancellationToken);
        Assert.Equal(2, text.Split("\\begin{picture}").Length - 1);
    }

    [Fact]
    public async Task A_review_that_was_just_written_holds_when_verified()
    {
        await ReviewAsync();

        var result = await ProgramRun.RunAsync(
            ProgramRun.Chat, ["verify", Path.Combine(_folder.File("review"), "review.md"), "--library", _folder.File("library")], TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private async Task ReviewAsync()
    {
        var library = new IngestRun(_folder.File("library"));
        await library.ExpectAsync(0, added: 4, changed: 0, unchanged: 0, rejected: 0, _folder.Write("papers.jsonl", Papers));
        var result = await ProgramRun.RunAsync(
            ProgramRun.Chat, ["review", "reefs", "--out", _folder.File("review"), "--library", _folder.File("library")], TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
