using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Core.Tests.Matching;

/// <summary>The paper of a collection whose title shares most of its words with another's, by an index of pairs of words.</summary>
internal sealed class NearTitles
{
    private const int MostCompared = 200;

    private readonly IReadOnlyList<Paper> _papers;
    private readonly Dictionary<(string, string), List<int>> _byPair = [];

    public NearTitles(IReadOnlyList<Paper> papers)
    {
        _papers = papers;
        for (var i = 0; i < papers.Count; i++)
        {
            foreach (var pair in PairsOf(papers[i]))
            {
                (_byPair.TryGetValue(pair, out var list) ? list : _byPair[pair] = []).Add(i);
            }
        }
    }

    public Paper? Of(Paper paper)
    {
        var own = WordsOf(paper);
        var (best, found) = (0.0, (Paper?)null);
        foreach (var at in PairsOf(paper).SelectMany(p => _byPair.GetValueOrDefault(p, []).Take(MostCompared)).Distinct())
        {
            var words = WordsOf(_papers[at]);
            var shared = 2.0 * words.Intersect(own).Count() / (words.Length + own.Length);
            if (shared > best && _papers[at].Id != paper.Id)
            {
                (best, found) = (shared, _papers[at]);
            }
        }

        return found;
    }

    private static string[] WordsOf(Paper paper) => [.. TextAnalyzer.Words(paper.Title).Select(w => w.Text).Distinct()];

    private static IEnumerable<(string, string)> PairsOf(Paper paper)
    {
        var words = WordsOf(paper);
        return words.Zip(words.Skip(1));
    }
}
