using PaperChat.Evidence;
using PaperChat.Review;

namespace PaperChat.Core.Tests.Review;

public sealed class ThemeLabelsTests
{
    [Fact]
    public void A_label_is_a_whole_noun_phrase_of_the_papers()
    {
        var labels = Labels(
            "reefs",
            [
                ["Factual Night Vision of Reefs", "We propose thermal night vision for reefs. Factual and clear maps follow."],
                ["Night Vision for Divers", "Divers use night vision at reefs. It is factual."],
            ],
            [["Coral Nurseries", "We restore reefs with coral nurseries."], ["Ropes", "These coral nurseries restore reefs."]]);

        Assert.Equal(["Night vision", "Coral nurseries"], labels);
    }

    [Fact]
    public void Verbs_and_adjectives_are_no_labels()
    {
        var labels = Labels(
            "reefs",
            [["Sonar", "We protect spiny lobsters. They remain elusive."], ["Boats", "We protect spiny lobsters, which remain elusive."]],
            [["Kelp", "Kelp grows."], ["Weed", "Kelp grows."]]);

        Assert.Equal("Spiny lobsters", labels[0]);
    }

    [Fact]
    public void Words_of_the_topic_and_its_short_form_tell_nothing()
    {
        var labels = Labels(
            "neural architecture search",
            [["NAS for Reefs", "NAS finds architectures. NAS by weight sharing is cheap."], ["NAS Again", "Weight sharing makes NAS cheap."]],
            [["Kelp", "Kelp grows in search of light."], ["Weed", "Kelp grows."]]);

        Assert.Equal("Weight sharing", labels[0]);
    }

    [Fact]
    public void What_can_be_counted_is_named_in_the_plural()
    {
        var labels = Labels(
            "reefs",
            [["A Tidal Gauge", "A tidal gauge measures water. Tidal gauges are cheap."], ["Water", "We place a tidal gauge at reefs."]],
            [["Kelp", "Kelp grows."], ["Weed", "Kelp grows."]]);

        Assert.Equal("Tidal gauges", labels[0]);
    }

    [Fact]
    public void Words_keep_the_capitals_that_they_have_in_running_text()
    {
        var labels = Labels(
            "reefs",
            [["Sampling BERT Encoders for African Reefs", "African coasts have reefs. We train BERT encoders on them."], ["BERT Encoders", "Our BERT encoders read reef logs."]],
            [["Kelp", "Kelp grows."], ["Weed", "Kelp grows."]]);

        Assert.Equal("BERT encoders", labels[0]);
    }

    private static IReadOnlyList<string> Labels(string topic, params string[][][] groups) => ThemeLabels.Of(
        topic, [.. groups.Select((g, i) => (IReadOnlyList<PaperPhrases>)[.. g.Select((p, j) => new PaperPhrases(AnalyzedPaper.Of(ReviewPapers.Of((10 * i) + j, 2024, p[0], p[1]))))])]);
}
