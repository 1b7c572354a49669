using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Core.Tests.Verification;

public sealed class SentenceVerifierTests
{
    private static readonly Paper Lanterns = new()
    {
        Id = new PaperId("p:1"),
        Title = "LanternNet: Reading Old Maps in the Dark",
        Abstract = "Old maps are hard to read. We propose LanternNet, a recurrent network that finds roads on faded maps. "
            + "LanternNet outperforms RoadSeg on the Atlas dataset (78.5\\% vs 61.2\\% accuracy) and runs 10x faster on twelve maps. "
            + "Unlike RoadSeg, it does not require labelled rivers. Most existing readers fail on torn maps, and MapBERT was trained on 1,000 scans from the Delta collection. "
            + "Results suggest that ink colour may improve recall. Training reduces the number of missed roads.",
    };

    private static readonly Paper Kettles = new()
    {
        Id = new PaperId("p:2"),
        Title = "Kettle Acoustics",
        Abstract = "Boiling kettles sing at low pitch. We record nine kettles and classify their songs with a shallow tree.",
    };

    [Fact]
    public void A_sentence_as_stored_is_verbatim_and_quotes_its_stored_characters()
    {
        var check = Check("LanternNet outperforms RoadSeg on the Atlas dataset (78.5% vs 61.2% accuracy) and runs 10x faster on twelve maps.");

        Assert.Equal((SentenceVerdict.Verbatim, 1.0), (check.Verdict, check.Score));
        var quote = Assert.Single(check.Quotes);
        Assert.Equal(Lanterns.Id, quote.Paper);
        Assert.Equal(Lanterns.Abstract[quote.Quote.Start..quote.Quote.End], quote.Quote.Text);
        Assert.Contains("78.5\\%", quote.Quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LanternNet reaches 78.5 percent accuracy on the Atlas dataset.")]
    [InlineData("LanternNet runs ten times faster on 12 maps.")]
    [InlineData("LanternNet runs ten-fold faster on 12 maps.")]
    [InlineData("LanternNet is an order of magnitude faster on twelve maps.")]
    [InlineData("MapBERT was trained on 1000 scans.")]
    [InlineData("MapBERT was trained on 1k scans from the Delta collection.")]
    [InlineData("LanternNet is a recurrent network for finding roads on faded maps.")]
    [InlineData("The authors propose LanternNet, which surpasses RoadSeg on the Atlas dataset.")]
    [InlineData("LanternNet needs no labelled rivers.")]
    [InlineData("RoadSeg is outperformed by LanternNet on the Atlas dataset.")]
    [InlineData("Torn maps are a problem for most existing readers.")]
    [InlineData("Training lowers the number of missed roads.")]
    public void What_the_text_says_in_other_words_is_supported(string sentence)
    {
        var check = Check(sentence);

        Assert.Empty(check.Failures);
        Assert.Equal(SentenceVerdict.Supported, check.Verdict);
        Assert.NotEmpty(check.Quotes);
        Assert.All(check.Quotes, q => Assert.Equal(Lanterns.TextOf(q.Quote.Field)[q.Quote.Start..q.Quote.End], q.Quote.Text));
        Assert.InRange(check.Score, 0.5, 1);
    }

    [Theory]
    [InlineData("LanternNet reaches 87.5 percent accuracy on the Atlas dataset.", CheckFailureKind.Number)]
    [InlineData("LanternNet runs 12x faster on twelve maps.", CheckFailureKind.Number)]
    [InlineData("LanternNet runs 10x faster on ten maps.", CheckFailureKind.Number)]
    [InlineData("MapBERT was trained on 100 scans.", CheckFailureKind.Number)]
    [InlineData("LanternNet outperforms SegFormer on the Atlas dataset.", CheckFailureKind.Name)]
    [InlineData("RoadSeg outperforms LanternNet on the Atlas dataset.", CheckFailureKind.Name)]
    [InlineData("LanternNet requires labelled rivers.", CheckFailureKind.Negation)]
    [InlineData("LanternNet does not outperform RoadSeg on the Atlas dataset.", CheckFailureKind.Negation)]
    [InlineData("LanternNet underperforms RoadSeg on the Atlas dataset.", CheckFailureKind.Direction)]
    [InlineData("Training increases the number of missed roads.", CheckFailureKind.Direction)]
    [InlineData("LanternNet runs 10x slower on twelve maps.", CheckFailureKind.Direction)]
    [InlineData("All existing readers fail on torn maps.", CheckFailureKind.Scope)]
    [InlineData("LanternNet always finds roads on faded maps.", CheckFailureKind.Scope)]
    [InlineData("Results prove that ink colour improves recall.", CheckFailureKind.Hedge)]
    [InlineData("Ink colour improves recall.", CheckFailureKind.Hedge)]
    [InlineData("LanternNet finds roads on faded maps and translates medieval handwriting into modern spelling.", CheckFailureKind.AddedClaim)]
    [InlineData("Boiling kettles sing at low pitch.", CheckFailureKind.NotInCitedPaper)]
    public void What_the_text_does_not_say_is_unsupported_for_a_reason(string sentence, CheckFailureKind reason)
    {
        var check = Check(sentence);

        Assert.Equal(SentenceVerdict.Unsupported, check.Verdict);
        Assert.Contains(check.Failures, f => f.Kind == reason);
        Assert.Empty(check.Quotes);
        Assert.InRange(check.Score, 0, 0.5);
    }

    [Fact]
    public void A_failure_says_what_the_text_has_instead()
    {
        var failure = Assert.Single(Check("MapBERT was trained on 100 scans.").Failures);

        Assert.Equal(("100", "1,000"), (failure.Claimed, failure.Found));
    }

    [Fact]
    public void Only_the_paper_that_bears_a_sentence_out_is_quoted()
    {
        var check = SentenceVerifier.Check("LanternNet is a recurrent network.", [Kettles, Lanterns]);

        Assert.Equal(SentenceVerdict.Supported, check.Verdict);
        Assert.All(check.Quotes, q => Assert.Equal(Lanterns.Id, q.Paper));
    }

    [Fact]
    public void A_sentence_that_joins_two_papers_is_supported_by_both()
    {
        var check = SentenceVerifier.Check(
            "LanternNet finds roads on faded maps, while kettle songs are classified with a shallow tree.", [Lanterns, Kettles]);

        Assert.Equal(SentenceVerdict.Supported, check.Verdict);
        Assert.Equal([Lanterns.Id, Kettles.Id], check.Quotes.Select(q => q.Paper).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("\u0000\uD800 %%% ∑")]
    public void A_sentence_without_words_is_unsupported(string sentence)
    {
        Assert.Equal(SentenceVerdict.Unsupported, Check(sentence).Verdict);
    }

    [Fact]
    public void Without_papers_nothing_is_supported()
    {
        Assert.Equal(SentenceVerdict.Unsupported, SentenceVerifier.Check("Maps are hard to read.", Array.Empty<Paper>()).Verdict);
    }

    [Fact]
    public void A_paper_without_an_abstract_bears_out_its_title_alone()
    {
        Paper bare = new() { Id = new PaperId("p:3"), Title = "Kites Gain Height in Strong Wind" };

        Assert.Equal(SentenceVerdict.Supported, SentenceVerifier.Check("Kites gain height in strong wind, the paper says.", [bare]).Verdict);
        Assert.Equal(SentenceVerdict.Unsupported, SentenceVerifier.Check("Kites lose height in strong wind.", [bare]).Verdict);
    }

    private static SentenceCheck Check(string sentence) => SentenceVerifier.Check(sentence, [Lanterns]);
}
