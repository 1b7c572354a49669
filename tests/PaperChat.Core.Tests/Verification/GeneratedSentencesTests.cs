using PaperChat.Answering;
using PaperChat.TestSupport;
using PaperChat.Verification;

namespace PaperChat.Core.Tests.Verification;

/// <summary>
/// The bounds of the verifier on sentences made by rules from real papers. The rules reword with a fixed list, so the false alarms on
/// paraphrases say little about free rewording.
/// </summary>
public sealed class GeneratedSentencesTests
{
    private const int Papers = 120;
    private const int Every = 131;

    private static readonly Lazy<List<(GeneratedSentence Sentence, SentenceVerdict Verdict)>> Checked = new(Run);

    [Fact]
    public void At_least_four_hundred_sentences_are_made()
    {
        Assert.True(Checked.Value.Count >= 400, $"{Checked.Value.Count} sentences");
    }

    [Theory]
    [InlineData("number_changed", 0.95)]
    [InlineData("citation_moved", 0.90)]
    [InlineData("negation", 0.85)]
    [InlineData("name_swapped", 0.85)]
    [InlineData("scope_changed", 0.85)]
    [InlineData("added_claim", 0.75)]
    public void Corrupted_sentences_are_caught(string kind, double least)
    {
        var (flagged, all) = Count(kind);

        Assert.True(all >= 20 && flagged >= least * all, $"{kind}: {flagged} of {all} flagged");
    }

    [Theory]
    [InlineData("light_paraphrase", 0.05)]
    [InlineData("summary", 0.05)]
    [InlineData("number_format", 0.05)]
    [InlineData("verbatim", 0)]
    public void True_sentences_pass(string kind, double most)
    {
        var (flagged, all) = Count(kind);

        Assert.True(all >= 20 && flagged <= most * all, $"{kind}: {flagged} of {all} flagged");
    }

    private static (int Flagged, int All) Count(string kind)
    {
        var ofKind = Checked.Value.Where(c => c.Sentence.Kind == kind).ToArray();
        return (ofKind.Count(c => c.Verdict == SentenceVerdict.Unsupported), ofKind.Length);
    }

    private static List<(GeneratedSentence Sentence, SentenceVerdict Verdict)> Run()
    {
        var papers = new[] { "05", "06", "07" }
            .SelectMany(f => SharedPapers.Read(SharedFolder.Require($"data/papers/papers-{f}.jsonl.gz"), Every, Papers)).ToList();
        var texts = papers.DistinctBy(p => p.Id).ToDictionary(p => p.Id, CitedText.Of);
        return [.. SentenceGenerator.Make([.. texts.Values.Select(t => t.Paper)])
            .Select(s => (s, SentenceVerifier.Check(s.Text, [texts[s.Cited.Id]]).Verdict))];
    }
}
