using PaperChat.Papers;
using PaperChat.Review;

namespace PaperChat.Core.Tests.Review;

public sealed class DraftCheckerTests
{
    private static readonly Dictionary<string, Paper?> Keys = new(StringComparer.Ordinal)
    {
        ["echo"] = ReviewPapers.All[0],
        ["night"] = ReviewPapers.All[1],
        ["gone"] = null,
    };

    [Theory]
    [InlineData("“We propose EchoReef, which maps reefs by sonar imaging from a small boat.” [@echo]")]
    [InlineData("EchoReef maps reefs by sonar imaging [@echo].")]
    [InlineData("As shown in @echo, EchoReef maps reefs by sonar imaging.")]
    [InlineData("- **EchoReef: a title** (2020): “It achieves an accuracy of 91.5% on the ReefBank data set.” [@echo, p. 3]")]
    [InlineData("> *EchoReef* maps reefs\n> by sonar imaging [see @echo; @night].")]
    [InlineData("| Paper | Data |\n|---|---|\n| EchoReef [@echo] | ReefBank; accuracy 91.5% (ReefBank) |")]
    [InlineData("*A note of one\\'s own, all in emphasis.*\n\n# A heading\n\n![A drawing](a.svg)\n\n<!-- a comment. -->\n\n```\ncode, here.\n```\n\n## References\n\nAnything goes.")]
    public void What_the_papers_say_holds(string draft)
    {
        var result = DraftChecker.Check(draft, Keys);

        Assert.True(result.Holds, string.Join('\n', result.Findings));
    }

    [Theory]
    [InlineData("EchoReef maps reefs by sonar imaging.", DraftFindingKind.MissingCitation)]
    [InlineData("EchoReef achieves an accuracy of 95.5% on the ReefBank data set [@echo].", DraftFindingKind.Unsupported)]
    [InlineData("“It achieves an accuracy of 92.5% on the ReefBank data set.” [@echo]", DraftFindingKind.Misquoted)]
    [InlineData("“EchoReef maps reefs by sonar imaging.” [@echo]", DraftFindingKind.Misquoted)]
    [InlineData("EchoReef maps reefs by sonar imaging [@ecco].", DraftFindingKind.UnknownCitation)]
    [InlineData("EchoReef maps reefs by sonar imaging [@gone].", DraftFindingKind.PaperNotInLibrary)]
    [InlineData("| Paper | Data |\n|---|---|\n| EchoReef [@echo] | accuracy 99.5% (ReefBank) |", DraftFindingKind.Unsupported)]
    public void What_does_not_hold_is_found(string draft, DraftFindingKind kind)
    {
        var finding = Assert.Single(DraftChecker.Check(draft, Keys).Findings);

        Assert.Equal(kind, finding.Kind);
    }

    [Fact]
    public void Findings_name_the_line_of_the_sentence()
    {
        const string Draft = "---\ntitle: x\n---\n\n# Reefs\n\nEchoReef maps reefs by sonar imaging [@echo].\nNobody said this\never.\n\n<!-- two\nlines -->\n| a | b |\n|---|---|\n| EchoReef [@echo] | OtherBank |\n";

        var result = DraftChecker.Check(Draft, Keys);

        Assert.Equal([8, 15], result.Findings.Select(f => f.Line));
        Assert.Equal((4, 2), (result.Sentences, result.Held));
    }

    [Fact]
    public void A_citation_belongs_to_the_sentence_before_it()
    {
        var result = DraftChecker.Check("EchoReef maps reefs by sonar imaging. [@echo] Sonar finds more sponges than cameras. [@night]", Keys);

        Assert.True(result.Holds, string.Join('\n', result.Findings));
        Assert.Equal(2, result.Sentences);
    }

    [Fact]
    public void An_address_with_an_at_sign_is_no_citation()
    {
        var result = DraftChecker.Check("Write to ada@example.org for EchoReef [@echo].", Keys);

        Assert.DoesNotContain(result.Findings, f => f.Kind == DraftFindingKind.UnknownCitation);
    }

    [Fact]
    public void Keys_of_a_bibliography_come_with_the_ids_of_their_papers()
    {
        var keys = BibliographyKeys.Read("@comment{x, y}\n@article{a2020, title = {T}, eprint = {2401.00001v2}}\n @misc{b, doi = \"10.1/X\",\n paperchatid = {acl:P1\\_3}\n}\n@misc{c,}");

        Assert.Equal(["a2020", "b", "c"], keys.Keys);
        Assert.Equal(["arxiv:2401.00001"], keys["a2020"].Select(i => i.Value));
        Assert.Equal(["acl:P1_3", "doi:10.1/x"], keys["b"].Select(i => i.Value));
        Assert.Empty(keys["c"]);
    }
}
