using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>
/// The words of a sentence laid beside those of the text it cites: for each where it stands there, and the few stored sentences that
/// together bear out most of it.
/// </summary>
internal sealed class ClaimAlignment
{
    private const int MaxSupport = 4;
    private const double LeastGain = 0.06;
    private const double Elsewhere = 0.8;

    private readonly List<WordMatch>[] _matches;
    private ClaimPath? _path;

    public ClaimAlignment(ClaimText claim, CitedText cited)
    {
        Claim = claim;
        Cited = cited;
        _matches = [.. claim.Words.Select((_, i) => FindMatches(i))];
        MeetLongForms();
        Support = ChooseSupport();
    }

    public ClaimText Claim { get; }

    public CitedText Cited { get; }

    /// <summary>Indexes of the sentences that bear out the claim, the best first; empty when no word meets.</summary>
    public IReadOnlyList<int> Support { get; }

    /// <summary>The way of the sentence through the text; found when first asked for.</summary>
    public ClaimPath Path => _path ??= ClaimPath.Of(this);

    /// <summary>Every place of the text that a word meets.</summary>
    public IReadOnlyList<WordMatch> MatchesOf(int word) => _matches[word];

    public ClaimText TextOf(int sentence) => Cited.Sentences[sentence].Text;

    /// <summary>How well a word is borne out, 0 to 1: by the support, or with less weight by the rest of the paper.</summary>
    public double Cover(int word)
    {
        var best = 0.0;
        foreach (var match in _matches[word])
        {
            best = Math.Max(best, match.Similarity * (Support.Contains(match.Sentence) ? 1 : Elsewhere));
        }

        return best;
    }

    /// <summary>The best match of a word within a stored sentence; null when it has none there.</summary>
    public WordMatch? In(int sentence, int word)
    {
        WordMatch? best = null;
        foreach (var match in _matches[word])
        {
            if (match.Sentence == sentence && match.Similarity > (best?.Similarity ?? 0))
            {
                best = match;
            }
        }

        return best;
    }

    public double CoverOf(int first, int last)
    {
        double covered = 0;
        double all = 0;
        for (var i = first; i <= last; i++)
        {
            if (Claim.Words[i].IsContent)
            {
                covered += Claim.Words[i].Weight * Cover(i);
                all += Claim.Words[i].Weight;
            }
        }

        return all > 0 ? covered / all : 1;
    }

    private List<WordMatch> FindMatches(int index)
    {
        var found = new List<WordMatch>();
        var word = Claim.Words[index];
        if (word.Term is not { } term || word.IsQuantity)
        {
            return found;
        }

        Add(found, term, 1);
        if (TermIndex.JoinedWith(Claim, index) is { } joined && TextAnalyzer.TermOf(joined) is { } compound)
        {
            Add(found, compound, 1);
        }

        if (index > 0 && TermIndex.JoinedWith(Claim, index - 1) is { } before && TextAnalyzer.TermOf(before) is { } whole)
        {
            Add(found, whole, 1);
        }

        foreach (var variant in SpellingVariants.Of(word.Text))
        {
            Add(found, TextAnalyzer.TermOf(variant) ?? variant, 1);
        }

        if (word.IsName && found.Count == 0 && Cited.Terms.LongFormOf(ShortForm(word.Text)) is { } place && ShortForm(word.Text).Length > 1)
        {
            found.Add(new WordMatch(place.Sentence, place.Word, 1));
        }

        foreach (var stored in Cited.Terms.Distinct)
        {
            var similarity = stored.Term == term ? 0 : WordSimilarity.Of(word, stored);
            if (similarity > 0)
            {
                Add(found, stored.Term!, similarity);
            }
        }

        return found;
    }

    private static string ShortForm(string word) => word.Length > 2 ? word.TrimEnd('s') : word;

    private void Add(List<WordMatch> found, string term, double similarity)
    {
        foreach (var (sentence, word) in Cited.Terms.PlacesOf(term))
        {
            found.Add(new WordMatch(sentence, word, similarity));
        }
    }

    // "reinforcement learning" is borne out by "RL".
    private void MeetLongForms()
    {
        foreach (var stored in Cited.Terms.Distinct)
        {
            if (!stored.IsName || stored.Text.Length is < 2 or > 8)
            {
                continue;
            }

            var letters = ShortForm(stored.Text);
            for (var i = 0; i + letters.Length <= Claim.Words.Count; i++)
            {
                if (TermIndex.InitialsMatch(Claim.Words, i, letters))
                {
                    for (var j = i; j < i + letters.Length; j++)
                    {
                        Add(_matches[j], stored.Term!, 0.95);
                    }
                }
            }
        }
    }

    private List<int> ChooseSupport()
    {
        var best = new double[Claim.Words.Count];
        var chosen = new List<int>();
        var all = Claim.Words.Where(w => w.IsContent).Sum(w => w.Weight);
        while (chosen.Count < MaxSupport)
        {
            var (gain, sentence) = NextSupport(best, chosen);
            if (sentence < 0 || gain < LeastGain * all)
            {
                break;
            }

            chosen.Add(sentence);
            for (var i = 0; i < best.Length; i++)
            {
                best[i] = Math.Max(best[i], In(sentence, i)?.Similarity ?? 0);
            }
        }

        return chosen;
    }

    private (double Gain, int Sentence) NextSupport(double[] best, List<int> chosen)
    {
        var gains = new double[Cited.Sentences.Count];
        for (var i = 0; i < best.Length; i++)
        {
            var byWord = new Dictionary<int, double>();
            foreach (var match in _matches[i])
            {
                byWord[match.Sentence] = Math.Max(byWord.GetValueOrDefault(match.Sentence), match.Similarity);
            }

            foreach (var (sentence, similarity) in byWord)
            {
                gains[sentence] += Claim.Words[i].Weight * Math.Max(0, similarity - best[i]);
            }
        }

        foreach (var sentence in chosen)
        {
            gains[sentence] = -1;
        }

        var top = Array.IndexOf(gains, gains.DefaultIfEmpty(-1).Max());
        return top < 0 || gains[top] <= 0 ? (0, -1) : (gains[top], top);
    }
}
