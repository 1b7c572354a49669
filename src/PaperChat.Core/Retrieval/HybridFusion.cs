using System.Numerics;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>
/// Makes one ranking of a lexical and a dense list: BM25 as a share of the best, plus a weight times the cosine. The cosine is taken
/// as it is: where nothing is near the query it adds little. The query's vector then moves half of the way to the mean of the best
/// few chunks (pseudo-relevance feedback; Rocchio 1971), and the ranking is made again. Each of these has its row in
/// docs/retrieval.md.
/// </summary>
public static class HybridFusion
{
    /// <summary>The candidates to ask for in each list when few are wanted; more change nothing in the first ten.</summary>
    public const int ListLength = 50;

    // A plateau from .8 to 1 in the evaluation; lower loses questions put in other words, higher loses names and numbers.
    private const double DenseWeight = 0.9;

    // A vector of words half of which are missing misleads: below the first share it counts for nothing, from the second on fully.
    private const double UnknownQuestion = 0.6;
    private const double KnownQuestion = 0.95;
    private const int FeedbackChunks = 3;
    private const float FeedbackShare = 0.5f;

    /// <summary>The ranking, best first, equal scores in the order of paper id and chunk.</summary>
    /// <param name="lists">Both lists, with vectors.</param>
    /// <param name="query">The query's vector; null leaves the lexical scores alone.</param>
    /// <param name="known">How far (0 to 1) the embedding model knows the query's words; the cosine counts accordingly.</param>
    public static IReadOnlyList<FusedCandidate> Fuse(CandidateLists lists, ReadOnlyMemory<float>? query, double known)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var entries = Entries(lists);
        if (query is { } vector)
        {
            // Where no word is found, the vector is all there is.
            var trust = lists.Lexical.Count == 0 ? 1 : Math.Clamp((known - UnknownQuestion) / (KnownQuestion - UnknownQuestion), 0, 1);
            var weight = DenseWeight * trust;
            Score(entries, vector.Span, weight);
            Score(entries, Feedback(entries, vector.Span), weight);
            foreach (var entry in entries)
            {
                entry.Cosine = Dot(vector.Span, entry.Vector.Span);
            }
        }

        return [.. entries
            .Select(e => new FusedCandidate(e.Paper, e.Chunk, e.Score) { Lexical = e.Lexical, Cosine = e.Cosine, Explanation = e.Explanation })
            .OrderByDescending(c => c.Score).ThenBy(c => c.Paper).ThenBy(c => c.Chunk)];
    }

    private static List<Entry> Entries(CandidateLists lists)
    {
        var best = lists.Lexical.Count > 0 ? lists.Lexical[0].Score : 1;
        var entries = new List<Entry>(lists.Lexical.Count + lists.Dense.Count);
        foreach (var candidate in lists.Lexical)
        {
            entries.Add(new Entry(candidate)
            {
                Lexical = candidate.Score,
                Share = candidate.Score / best,
                Score = candidate.Score / best,
                Explanation = candidate.Explanation,
            });
        }

        var known = entries.Select(e => (e.Paper, e.Chunk)).ToHashSet();
        foreach (var candidate in lists.Dense.Where(c => !known.Contains((c.Paper, c.Chunk))))
        {
            var score = candidate.Bm25 ?? 0;
            entries.Add(new Entry(candidate) { Lexical = score, Share = score / best, Score = score / best });
        }

        return entries;
    }

    private static void Score(List<Entry> entries, ReadOnlySpan<float> query, double weight)
    {
        foreach (var entry in entries)
        {
            entry.Score = entry.Share + (weight * Math.Max(0, Dot(query, entry.Vector.Span)));
        }
    }

    private static float[] Feedback(List<Entry> entries, ReadOnlySpan<float> query)
    {
        var mean = new float[query.Length];
        foreach (var entry in entries.OrderByDescending(e => e.Score).ThenBy(e => e.Paper).ThenBy(e => e.Chunk).Take(FeedbackChunks))
        {
            Add(entry.Vector.Span, 1, mean);
        }

        var moved = new float[query.Length];
        Add(query, 1 - FeedbackShare, moved);
        Add(mean, FeedbackShare / Norm(mean), moved);
        var result = new float[query.Length];
        Add(moved, 1 / Norm(moved), result);
        return result;
    }

    private static float Norm(ReadOnlySpan<float> vector) => MathF.Max(MathF.Sqrt(Dot(vector, vector)), 1e-6f);

    private static void Add(ReadOnlySpan<float> vector, float factor, Span<float> sum)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            sum[i] += factor * vector[i];
        }
    }

    // A candidate without a vector is near nothing.
    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length)
        {
            return 0;
        }

        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private sealed class Entry(Candidate candidate)
    {
        public PaperId Paper { get; } = candidate.Paper;

        public int Chunk { get; } = candidate.Chunk;

        public ReadOnlyMemory<float> Vector { get; } = candidate.Vector ?? default;

        public IReadOnlyList<TermScore>? Explanation { get; init; }

        public double Lexical { get; init; }

        public double Share { get; init; }

        public double Score { get; set; }

        public double Cosine { get; set; }
    }
}
