namespace PaperChat.Verification;

/// <summary>
/// The words of a sentence laid one to one on those of a stored sentence: runs that keep their order, found by local alignment with gaps
/// (Smith and Waterman, 1981), the best run first, then what is left before and after it.
/// </summary>
internal sealed class WordAlignment
{
    private const double Mismatch = -0.2;
    private const double ClaimGap = -0.2;
    private const double TextGap = -0.08;
    private const double LeastRun = 1.5;

    private readonly ClaimAlignment _alignment;
    private readonly int _sentence;
    private readonly int[] _claim;
    private readonly int[] _text;
    private readonly double[,] _similarity;
    private readonly bool[] _taken;
    private readonly List<(int Claim, int Text)[]> _runs = [];

    private WordAlignment(ClaimAlignment alignment, int sentence)
    {
        (_alignment, _sentence) = (alignment, sentence);
        _claim = ContentOf(alignment.Claim);
        _text = ContentOf(alignment.TextOf(sentence));
        _similarity = new double[_claim.Length, _text.Length];
        _taken = new bool[_text.Length];
        FillSimilarities();
        AlignPart(0, _claim.Length);
    }

    /// <summary>Each run as the words it joins, as indexes of words, in the order of the sentence.</summary>
    public IEnumerable<(int Claim, int Text)[]> Runs => _runs;

    public static WordAlignment Of(ClaimAlignment alignment, int sentence) => new(alignment, sentence);

    private static int[] ContentOf(ClaimText text) => [.. Enumerable.Range(0, text.Words.Count).Where(i => text.Words[i].Term is not null || text.Words[i].IsQuantity)];

    private void FillSimilarities()
    {
        var text = _alignment.TextOf(_sentence);
        for (var i = 0; i < _claim.Length; i++)
        {
            foreach (var match in _alignment.MatchesOf(_claim[i]).Where(m => m.Sentence == _sentence))
            {
                if (Array.BinarySearch(_text, match.Word) is >= 0 and var j)
                {
                    _similarity[i, j] = Math.Max(_similarity[i, j], match.Similarity);
                }
            }

            for (var j = 0; j < _text.Length; j++)
            {
                var (own, stored) = (_alignment.Claim.Words[_claim[i]], text.Words[_text[j]]);
                _similarity[i, j] = own.IsQuantity && stored.IsQuantity && own.Text == stored.Text ? 1 : _similarity[i, j];
            }
        }
    }

    private void AlignPart(int first, int end)
    {
        if (end - first < 2)
        {
            return;
        }

        var (run, score) = BestRun(first, end);
        if (score < LeastRun || run.Length < 2)
        {
            return;
        }

        _runs.Add([.. run.Select(p => (_claim[p.Claim], _text[p.Text]))]);
        foreach (var (_, j) in run)
        {
            _taken[j] = true;
        }

        AlignPart(first, run[0].Claim);
        AlignPart(run[^1].Claim + 1, end);
    }

    private ((int Claim, int Text)[] Run, double Score) BestRun(int first, int end)
    {
        var score = new double[end - first + 1, _text.Length + 1];
        var (best, bestI, bestJ) = (0.0, 0, 0);
        for (var i = 1; i <= end - first; i++)
        {
            for (var j = 1; j <= _text.Length; j++)
            {
                var diagonal = score[i - 1, j - 1] + Gain(first + i - 1, j - 1);
                score[i, j] = Math.Max(Math.Max(0, diagonal), Math.Max(score[i - 1, j] + ClaimGap, score[i, j - 1] + TextGap));
                if (score[i, j] > best)
                {
                    (best, bestI, bestJ) = (score[i, j], i, j);
                }
            }
        }

        return (Trace(score, first, bestI, bestJ), best);
    }

    private double Gain(int claim, int text) => _similarity[claim, text] > 0 && !_taken[text] ? _similarity[claim, text] : Mismatch;

    private (int Claim, int Text)[] Trace(double[,] score, int first, int i, int j)
    {
        var run = new Stack<(int, int)>();
        while (i > 0 && j > 0 && score[i, j] > 0)
        {
            var gain = Gain(first + i - 1, j - 1);
            if (score[i, j] == score[i - 1, j - 1] + gain)
            {
                i--;
                j--;
                if (gain > 0)
                {
                    run.Push((first + i, j));
                }
            }
            else if (score[i, j] == score[i - 1, j] + ClaimGap)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        return [.. run];
    }
}
