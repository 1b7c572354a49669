using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Core.Tests.Verification;

/// <summary>Sentences that follow the text word for word with something in another's place, and summaries that move about in it.</summary>
public sealed class WayThroughTheTextTests
{
    private static readonly Paper Bakeries = new()
    {
        Id = new PaperId("p:1"),
        Title = "OvenWatch: Predicting When Bread Is Done",
        Abstract = "Bakers judge loaves by colour and by sound. We find that crust cameras reliably detect burnt loaves, whereas dough thermometers have "
            + "little influence. OvenWatch turns coarse crust images into thorough baking curves, and it checks the loaves at the central oven door. "
            + "A light controller schedules each batch, and a heavy simulator estimates the remaining baking time. The controller works without any "
            + "retraining, and it saves energy while maintaining crust quality. Small bakeries struggle to predict their demand on holidays. We "
            + "compared OvenWatch with nine recipes in sourdough, rye and spelt, over a winter in two towns.",
    };

    [Theory]
    [InlineData("Dough thermometers reliably detect burnt loaves, whereas crust cameras have little influence.")]
    [InlineData("OvenWatch turns thorough baking curves into coarse crust images.")]
    [InlineData("OvenWatch checks the loaves at the central flour mill.")]
    [InlineData("The controller works only after retraining.")]
    [InlineData("The controller saves energy at the expense of crust quality.")]
    [InlineData("Small bakeries predict their demand on holidays.")]
    [InlineData("OvenWatch turns coarse crust images into thorough baking curves and reads the mood of customers aloud.")]
    [InlineData("OvenWatch was compared with neural jukebox recipes in sourdough, rye and spelt.")]
    public void What_stands_in_anothers_place_is_unsupported(string sentence)
    {
        var check = SentenceVerifier.Check(sentence, [Bakeries]);

        Assert.Equal(SentenceVerdict.Unsupported, check.Verdict);
        Assert.NotEmpty(check.Failures);
    }

    [Theory]
    [InlineData("Burnt loaves are reliably detected by crust cameras, while dough thermometers hardly matter.")]
    [InlineData("Coarse crust images are turned into thorough baking curves.")]
    [InlineData("No retraining is needed, and energy is saved.")]
    [InlineData("For small bakeries it is difficult to predict the demand on holidays.")]
    [InlineData("The remaining baking time is estimated by a heavy simulator, and a light controller schedules the batches.")]
    [InlineData("Because bakers judge loaves by colour and sound, OvenWatch takes crust images, estimates the remaining baking time with a simulator, and was compared with nine recipes over a winter.")]
    public void The_same_in_another_order_is_supported(string sentence)
    {
        var check = SentenceVerifier.Check(sentence, [Bakeries]);

        Assert.Empty(check.Failures);
        Assert.Equal(SentenceVerdict.Supported, check.Verdict);
    }

    [Theory]
    [InlineData("The error of PitchFork is .42 at a recall@1 of 61 percent.")]
    [InlineData("PitchFork has two decoders, one for vowels and one for consonants.")]
    [InlineData("On the Meadow set the word error rate is 4.7 percent.")]
    public void Numbers_are_read_as_people_write_them(string sentence)
    {
        var paper = new Paper
        {
            Id = new PaperId("p:2"),
            Title = "PitchFork: Transcribing Choirs",
            Abstract = "PitchFork has two decoders for vowels and for consonants. It reaches an error of 0.42 at a recall@1 of 61\\%, and 4.7 WER on the Meadow set.",
        };

        Assert.Empty(SentenceVerifier.Check(sentence, [paper]).Failures);
    }
}
