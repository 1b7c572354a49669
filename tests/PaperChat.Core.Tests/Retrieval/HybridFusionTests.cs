using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Core.Tests.Retrieval;

public sealed class HybridFusionTests
{
    private static readonly float[] East = [1, 0, 0];
    private static readonly float[] North = [0, 1, 0];
    private static readonly float[] Up = [0, 0, 1];

    [Fact]
    public void Without_a_vector_the_lexical_order_stays()
    {
        var lists = new CandidateLists([Of("b", 9, East), Of("a", 3, North)], []);

        Assert.Equal(["b", "a"], Ids(HybridFusion.Fuse(lists, null, 1)));
    }

    [Fact]
    public void A_chunk_that_only_one_list_holds_is_ranked_too()
    {
        var lists = new CandidateLists([Of("words", 9, North)], [Of("meaning", 1, East)]);

        var fused = HybridFusion.Fuse(lists, East, 1);

        Assert.Equal(["words", "meaning"], Ids(fused));
        Assert.Equal((0.0, 1.0), (fused[1].Lexical, fused[1].Cosine));
        Assert.Equal((9.0, 0.0), (fused[0].Lexical, fused[0].Cosine));
    }

    [Fact]
    public void The_words_of_a_near_chunk_count_too_when_they_are_known()
    {
        var lists = new CandidateLists([Of("words", 9, North)], [Of("near", 1, East) with { Bm25 = 4.5 }]);

        var fused = HybridFusion.Fuse(lists, East, 0);

        Assert.Equal((4.5, 0.5), (fused[1].Lexical, fused[1].Score));
    }

    [Fact]
    public void Where_no_word_is_found_the_vector_decides_alone()
    {
        var lists = new CandidateLists([], [Of("a", 1, East), Of("b", 0.5, [0.5f, 0.8f, 0])]);

        Assert.Equal(["a", "b"], Ids(HybridFusion.Fuse(lists, East, 0)));
        Assert.True(HybridFusion.Fuse(lists, East, 0)[0].Score > 0);
    }

    [Fact]
    public void Of_equal_words_the_nearer_chunk_comes_first()
    {
        var lists = new CandidateLists([Of("a", 5, Up), Of("b", 5, East)], [Of("b", 1, East)]);

        Assert.Equal(["b", "a"], Ids(HybridFusion.Fuse(lists, East, 1)));
    }

    [Fact]
    public void What_the_model_does_not_know_counts_for_nothing()
    {
        var lists = new CandidateLists([Of("a", 5, Up), Of("b", 4.9, East)], [Of("b", 1, East)]);

        Assert.Equal(["b", "a"], Ids(HybridFusion.Fuse(lists, East, 1)));
        Assert.Equal(["a", "b"], Ids(HybridFusion.Fuse(lists, East, 0)));
    }

    [Fact]
    public void Chunks_near_the_best_ones_move_up()
    {
        // Neither of the last two is near the query; one of them is near what was found for it.
        var lists = new CandidateLists(
            [Of("top1", 9, North), Of("top2", 8, North), Of("top3", 7, North), Of("x", 2, Up), Of("y", 2, North)], []);

        var fused = HybridFusion.Fuse(lists, East, 1);

        Assert.Equal(["top1", "top2", "top3", "y", "x"], Ids(fused));
    }

    [Fact]
    public void A_chunk_without_a_vector_keeps_its_words()
    {
        var lists = new CandidateLists([new Candidate(new PaperId("a"), 0, 5)], []);

        Assert.Equal(1, Assert.Single(HybridFusion.Fuse(lists, East, 1)).Score);
    }

    private static Candidate Of(string id, double score, float[] vector) => new(new PaperId(id), 0, score) { Vector = vector };

    private static string[] Ids(IEnumerable<FusedCandidate> fused) => [.. fused.Select(c => c.Paper.Value)];
}
