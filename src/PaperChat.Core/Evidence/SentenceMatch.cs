using System.Runtime.InteropServices;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>How a question's terms stand in one sentence.</summary>
internal sealed class SentenceMatch
{
    private const int SharedPrefix = 5;
    private const float PrefixWeight = 0.5f;

    private SentenceMatch(double exact, double related, List<int>?[] positions, float[] covered)
    {
        Exact = exact;
        Related = related;
        Positions = positions;
        Covered = covered;
    }

    /// <summary>Worth of the terms that stand in it themselves (corrections and spellings included).</summary>
    public double Exact { get; }

    /// <summary>Worth of the terms that a related word, or one with the same beginning, stands for.</summary>
    public double Related { get; }

    /// <summary>Word positions of each term that stands in it itself; null for the others.</summary>
    public List<int>?[] Positions { get; }

    /// <summary>For each term how far it is covered, 0 to 1.</summary>
    public float[] Covered { get; }

    public static SentenceMatch Of(ResolvedTerms terms, IReadOnlyList<Token> tokens) =>
        Of(terms, tokens is List<Token> list ? CollectionsMarshal.AsSpan(list) : [.. tokens]);

    private static SentenceMatch Of(ResolvedTerms terms, ReadOnlySpan<Token> tokens)
    {
        var count = terms.Terms.Count;
        var exact = new float[count];
        var covered = new float[count];
        var positions = new List<int>?[count];
        foreach (var token in tokens)
        {
            foreach (var (index, weight) in terms.Match(token.Term))
            {
                covered[index] = Math.Max(covered[index], weight);
                if (weight > PrefixWeight)
                {
                    exact[index] = Math.Max(exact[index], weight);
                    (positions[index] ??= []).Add(token.Position);
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            var term = terms.Terms[i].Source.Term;
            for (var t = 0; covered[i] < PrefixWeight && t < tokens.Length; t++)
            {
                if (SharesBeginning(tokens[t].Term, term))
                {
                    covered[i] = PrefixWeight;
                }
            }
        }

        double exactWorth = 0, relatedWorth = 0;
        for (var i = 0; i < count; i++)
        {
            exactWorth += exact[i] * terms.Terms[i].Worth;
            relatedWorth += (covered[i] - exact[i]) * terms.Terms[i].Worth;
        }

        return new SentenceMatch(exactWorth, relatedWorth, positions, covered);
    }

    /// <summary>How a text that holds some terms matches, no matter where it holds them: <see cref="Positions"/> say nothing.</summary>
    public static SentenceMatch OfHeld(ResolvedTerms terms, IReadOnlyList<string> held)
    {
        var tokens = new Token[held.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = new Token(held[i], 0, 0, 0);
        }

        return Of(terms, tokens);
    }

    // "regularize" and "regularization" keep different stems; five letters and most of the shorter word in common say enough.
    private static bool SharesBeginning(string a, string b)
    {
        if (a.Length < SharedPrefix || b.Length < SharedPrefix || a[0] != b[0])
        {
            return false;
        }

        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= SharedPrefix && shared * 10 >= Math.Min(a.Length, b.Length) * 8 && shared * 10 >= Math.Max(a.Length, b.Length) * 6;
    }
}
