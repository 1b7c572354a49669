using PaperChat.Evaluation;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class EvidenceSelectionTests
{
    private const string Corpus = """
        {"doc_id": 11, "title": "On kites", "abstract": ["Kites fly.", "String length was measured.", "Longer strings lift kites higher."]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_claim_with_each_evidence_abstract_is_a_case()
    {
        using var folder = new TemporaryFolder();
        var cases = await CasesAsync(folder, """
            {"id": 1, "claim": "no evidence", "evidence": {}}
            {"id": 2, "claim": "long strings", "evidence": {"11": [{"sentences": [2], "label": "SUPPORT"}, {"sentences": [1, 2], "label": "SUPPORT"}]}}
            """);

        var one = Assert.Single(cases);

        Assert.Equal(("2", "long strings", "11", "On kites"), (one.ClaimId, one.Claim, one.PaperId, one.Title));
        Assert.Equal([1, 2], one.GoldSentences.Order());
        Assert.Equal(3, one.Sentences.Count);
    }

    [Theory]
    [InlineData("{\"11\": [{\"sentences\": [3]}]}")]
    [InlineData("{\"12\": [{\"sentences\": [0]}]}")]
    public async Task Evidence_outside_the_corpus_is_an_error_with_its_line(string evidence)
    {
        using var folder = new TemporaryFolder();

        var error = await Assert.ThrowsAsync<EvaluationException>(
            () => CasesAsync(folder, $"{{\"id\": 1, \"claim\": \"c\", \"evidence\": {evidence}}}"));

        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 2, 0, 1 }, 1.0, 1.0)]
    [InlineData(new[] { 0, 2, 1 }, 0.0, 0.5)]
    [InlineData(new[] { 0, 1 }, 0.0, 0.0)]
    [InlineData(new int[0], 0.0, 0.0)]
    public async Task The_first_gold_sentence_decides(int[] order, double goldFirst, double mrr)
    {
        var one = new RationaleCase("1", "c", "p", "t", ["a", "b", "c"], new HashSet<int> { 2 });

        var result = await EvidenceSelectionEvaluation.RunAsync(
            [one], (_, _, _, _) => Task.FromResult<IReadOnlyList<int>>(order), Token);

        Assert.Equal(new EvidenceSelectionResult(1, goldFirst, mrr), result);
    }

    [Fact]
    public void Bm25_puts_rare_words_of_the_claim_first_and_keeps_ties_in_order()
    {
        string[] sentences = ["Kites fly over kites.", "Nothing here.", "Also nothing.", "Kites need tails."];

        Assert.Equal([3, 0, 1, 2], Bm25SentenceRanking.Rank("tails of kites", sentences));
    }

    [Fact]
    public async Task Bm25_on_the_real_claims_is_near_the_published_reference()
    {
        var folder = SharedFolder.Require("eval/collections/scifact-rationale");
        var cases = await RationaleDataset.ReadAsync(
            Path.Combine(folder, "claims_train.jsonl"), Path.Combine(folder, "corpus.jsonl.gz"), Token);

        var result = await EvidenceSelectionEvaluation.RunAsync(
            cases, (claim, _, sentences, _) => Task.FromResult(Bm25SentenceRanking.Rank(claim, sentences)), Token);

        TestContext.Current.SendDiagnosticMessage($"BM25: {result}");
        Assert.InRange(result.GoldFirst, 0.50, 0.58);
        Assert.InRange(result.Mrr, 0.66, 0.73);
    }

    private static Task<IReadOnlyList<RationaleCase>> CasesAsync(TemporaryFolder folder, string claims) =>
        RationaleDataset.ReadAsync(folder.Write("claims.jsonl", claims), folder.Write("corpus.jsonl", Corpus), Token);
}
