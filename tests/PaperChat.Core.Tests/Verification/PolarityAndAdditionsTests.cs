using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Core.Tests.Verification;

/// <summary>Sentences that turn what the text says into its contrary, and sentences whose second clause says more than the text.</summary>
public sealed class PolarityAndAdditionsTests
{
    private static readonly Paper Lighthouses = new()
    {
        Id = new PaperId("p:1"),
        Title = "BeamKeeper: Watching Lamps from Afar",
        Abstract = "Lighthouse lamps wear out in storms. No prior work has studied the wear of gas mantles. We find that island towers have lamp faults "
            + "not seen on the mainland, but keepers do not yet surpass a simple timer. Relying on one sensor is sub-optimal. Lamp wear is highly "
            + "localized around the burner. BeamKeeper encodes the flicker of each lamp and maintains strong accuracy as budgets shrink, while reducing the length of letters. "
            + "Cold nights decrease the brightness of old lamps, and damp makes keepers less punctual at dawn. Repair crews outline reports with a checklist. "
            + "BeamKeeper improves the repair of lamps and finds faulty lamps in nine harbours.",
    };

    [Theory]
    [InlineData("Island towers have no lamp faults not seen on the mainland.")]
    [InlineData("Keepers already surpass a simple timer.")]
    [InlineData("Relying on one sensor is optimal.")]
    [InlineData("Lamp wear is spread evenly over the tower rather than localized.")]
    [InlineData("Several earlier works have studied the wear of gas mantles.")]
    [InlineData("BeamKeeper loses its strong accuracy as budgets shrink.")]
    [InlineData("BeamKeeper ignores the flicker of each lamp.")]
    [InlineData("Cold nights leave the brightness of old lamps unaffected.")]
    [InlineData("Damp makes keepers more punctual at dawn.")]
    [InlineData("Repair crews outline reports without any checklist.")]
    [InlineData("BeamKeeper finds faulty lamps at the cost of longer letters.")]
    public void The_contrary_of_the_text_is_unsupported(string sentence) => AssertUnsupported(sentence);

    [Theory]
    [InlineData("BeamKeeper finds faulty lamps in nine harbours and lowers the number of storms.")]
    [InlineData("BeamKeeper finds faulty lamps in nine harbours and runs in real time.")]
    [InlineData("BeamKeeper improves the repair of lamps and prolongs the career of each keeper.")]
    [InlineData("BeamKeeper finds faulty lamps in nine harbours, and annotators prefer its reports.")]
    public void A_second_clause_that_says_more_is_unsupported(string sentence) => AssertUnsupported(sentence);

    [Theory]
    [InlineData("Keepers do not surpass a simple timer yet.")]
    [InlineData("The wear of gas mantles has not been studied in prior work.")]
    [InlineData("Lamp wear is localized around the burner.")]
    [InlineData("Cold nights reduce how bright old lamps are.")]
    [InlineData("BeamKeeper finds faulty lamps in nine harbours and improves their repair.")]
    [InlineData("BeamKeeper keeps its strong accuracy as budgets shrink and reduces the length of letters.")]
    public void The_same_in_other_words_is_supported(string sentence) =>
        Assert.Empty(SentenceVerifier.Check(sentence, [Lighthouses]).Failures);

    private static void AssertUnsupported(string sentence)
    {
        var check = SentenceVerifier.Check(sentence, [Lighthouses]);

        Assert.Equal(SentenceVerdict.Unsupported, check.Verdict);
        Assert.NotEmpty(check.Failures);
    }
}
