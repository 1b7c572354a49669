using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>How far words that stand side by side in a question do so in a paper: "state space" is not a state and a space.</summary>
internal static class NeighbourMatch
{
    // One of the two words in the title says that the paper is about it.
    private const double InTitle = 0.5;

    /// <summary>The share (0 to 1) of the question's neighbouring pairs, each worth its commoner word; 1 when there are none.</summary>
    public static double ShareOf(ResolvedTerms terms, AnalyzedPaper paper)
    {
        var pairs = PairsOf(terms);
        var all = pairs.Values.Sum();
        if (all <= 0)
        {
            return 1;
        }

        var found = new HashSet<(int, int)>();
        Find(terms, paper.Title, found);
        foreach (var sentence in paper.Sentences)
        {
            Find(terms, sentence.Tokens, found);
        }

        var titled = new HashSet<int>();
        foreach (var token in paper.Title)
        {
            foreach (var (index, _) in terms.Match(token.Term))
            {
                titled.Add(index);
            }
        }

        return pairs.Sum(p => p.Value * (found.Contains(p.Key) ? 1 : titled.Contains(p.Key.First) || titled.Contains(p.Key.Second) ? InTitle : 0)) / all;
    }

    private static Dictionary<(int First, int Second), double> PairsOf(ResolvedTerms terms)
    {
        var pairs = new Dictionary<(int, int), double>();
        for (var i = 0; i < terms.Terms.Count; i++)
        {
            for (var j = 0; j < terms.Terms.Count; j++)
            {
                var (first, second) = (terms.Terms[i], terms.Terms[j]);
                if (first.Source.Start >= 0 && second.Source.Start >= 0 && second.Source.Position == first.Source.Position + 1)
                {
                    pairs[(i, j)] = Math.Min(first.Worth, second.Worth);
                }
            }
        }

        return pairs;
    }

    private static void Find(ResolvedTerms terms, IReadOnlyList<Token> tokens, HashSet<(int, int)> found)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            var second = terms.Match(tokens[i].Term);
            for (var j = i - 1; second.Length > 0 && j >= 0 && tokens[j].Position >= tokens[i].Position - 1; j--)
            {
                if (tokens[j].Position == tokens[i].Position - 1)
                {
                    Add(terms.Match(tokens[j].Term), second, found);
                }
            }
        }
    }

    private static void Add(ReadOnlySpan<(int Index, float Weight)> first, ReadOnlySpan<(int Index, float Weight)> second, HashSet<(int, int)> found)
    {
        foreach (var (before, _) in first)
        {
            foreach (var (after, _) in second)
            {
                found.Add((before, after));
            }
        }
    }
}
