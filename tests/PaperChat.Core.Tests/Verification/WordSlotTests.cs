using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Core.Tests.Verification;

/// <summary>Sentences that are the paper's but for one common word, and light paraphrases beside them.</summary>
public sealed class WordSlotTests
{
    private static readonly Paper Orchards = new()
    {
        Id = new PaperId("p:1"),
        Title = "PomoScan: Counting Apples in Orchards",
        Abstract = "Farmers plan their harvest from fruit counts. PomoScan learns from season-aware leaf images and builds upon pretrained segmentation "
            + "networks. A tunable gate regulates the weight given to texture versus shape information. Ripe apples are grouped by an online clustering "
            + "step in the orchard decoder. The counts are invariant to the branch positions, and the camera height hardly affects them. We measure "
            + "harvest, storage, and transport losses on four farms. Colour is recorded once a week with each depth query.",
    };

    [Theory]
    [InlineData("PomoScan learns from weather-aware leaf images.", "weather")]
    [InlineData("A tunable gate regulates the weight given to colour versus shape information.", "colour")]
    [InlineData("PomoScan builds upon pretrained depth networks.", "depth")]
    [InlineData("The counts are invariant to the query positions.", "query")]
    [InlineData("Harvest, irrigation, and transport losses are measured on four farms.", "irrigation")]
    public void Another_word_between_the_same_neighbours_is_unsupported(string sentence, string claimed)
    {
        var check = SentenceVerifier.Check(sentence, [Orchards]);

        Assert.Equal(SentenceVerdict.Unsupported, check.Verdict);
        Assert.Contains(check.Failures, f => f.Claimed.Contains(claimed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PomoScan learns from leaf images that are aware of the season.")]
    [InlineData("PomoScan builds upon pretrained segmentation models.")]
    [InlineData("A tunable gate controls the weight of texture versus shape information.")]
    [InlineData("The height of the camera hardly affects the counts, which are invariant to branch positions.")]
    [InlineData("Losses in harvest, storage and transport were measured on 4 farms.")]
    [InlineData("An online clustering step groups the ripe apples in the orchard decoder.")]
    public void The_same_thing_in_other_words_is_supported(string sentence)
    {
        var check = SentenceVerifier.Check(sentence, [Orchards]);

        Assert.Empty(check.Failures);
        Assert.Equal(SentenceVerdict.Supported, check.Verdict);
    }
}
