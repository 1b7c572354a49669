namespace PaperChat.Verification;

/// <summary>
/// The one way through the cited text that a sentence most likely took: each of its words of content on a place of the text or on none,
/// such that the words keep together and in order as far as they can. Found by dynamic programming over all places (Viterbi, 1967).
/// </summary>
internal sealed class ClaimPath
{
    private const double LeastWeight = 0.1;
    private const double NoPlace = 0.5;
    private const double NoPlaceByWeight = 0.7;
    private const double InTitle = 0.2;
    private const double PerSkipped = 0.12;
    private const int MostSkipped = 5;
    private const double Backward = 0.4;
    private const double PerBackward = 0.06;
    private const int MostBackward = 8;
    private const double OtherSentence = 1;
    private const double ClauseBonus = 0.4;
    private const double SamePlace = 0.1;
    private const int Stretch = 4;
    private const int GatheredWords = 10;
    private const int GatheredStretches = 4;

    private readonly ClaimAlignment _alignment;
    private readonly int[][] _ordinals;

    private ClaimPath(ClaimAlignment alignment)
    {
        _alignment = alignment;
        Words = [.. Enumerable.Range(0, alignment.Claim.Words.Count).Where(i => Counts(alignment.Claim.Words[i]))];
        _ordinals = [.. alignment.Cited.Sentences.Select(s => OrdinalsOf(s.Text))];
        Places = new WordMatch?[Words.Count];
        Find();
    }

    /// <summary>The words of the sentence that the path looks at, as indexes.</summary>
    public IReadOnlyList<int> Words { get; }

    /// <summary>For each of <see cref="Words"/> the place it was given; null for none.</summary>
    public WordMatch?[] Places { get; }

    /// <summary>How many stretches of the text the path runs through; a stretch ends where the next word stands before, far behind, or in another sentence.</summary>
    public int Stretches
    {
        get
        {
            WordMatch[] met = [.. Places.OfType<WordMatch>()];
            return met.Length == 0 ? 0 : 1 + Enumerable.Range(1, met.Length - 1).Count(i => met[i - 1].Sentence != met[i].Sentence || Distance(met[i - 1], met[i]) is < 0 or > Stretch);
        }
    }

    /// <summary>True for a long sentence whose words come from many places of the text, as those of summaries do.</summary>
    public bool IsGathered => Words.Count >= GatheredWords && Stretches >= GatheredStretches;

    public static ClaimPath Of(ClaimAlignment alignment) => new(alignment);

    /// <summary>A word that says something, or a number.</summary>
    public static bool Counts(in ClaimWord word) => word.IsQuantity || (word.IsContent && word.Weight >= LeastWeight);

    /// <summary>The number of words that count before a place of a stored sentence.</summary>
    public int OrdinalOf(int sentence, int word) => _ordinals[sentence][word];

    public ClaimText TextOf(int sentence) => _alignment.TextOf(sentence);

    /// <summary>True when some word of the sentence was given this place.</summary>
    public bool IsPlaced(int sentence, int word) => Places.Any(p => p is { } place && place.Sentence == sentence && place.Word == word);

    /// <summary>How many words that count lie from one place to another of the same sentence; negative when it stands before.</summary>
    public int Distance(WordMatch from, WordMatch to) => OrdinalOf(to.Sentence, to.Word) - OrdinalOf(from.Sentence, from.Word);

    /// <summary>Every place of a word or number in the text.</summary>
    public static IReadOnlyList<WordMatch> PlacesOf(ClaimAlignment alignment, int word)
    {
        if (!alignment.Claim.Words[word].IsQuantity)
        {
            return alignment.MatchesOf(word);
        }

        var found = new List<WordMatch>();
        Quantity? own = alignment.Claim.Quantities.Where(q => word >= q.First && word <= q.Last).Cast<Quantity?>().FirstOrDefault();
        for (var s = 0; own is not null && s < alignment.Cited.Sentences.Count; s++)
        {
            foreach (var stored in alignment.TextOf(s).Quantities)
            {
                if (own.Value.Meets(stored))
                {
                    found.Add(new WordMatch(s, Math.Min(stored.Last, stored.First + word - own.Value.First), 1));
                }
            }
        }

        return found;
    }

    private static int[] OrdinalsOf(ClaimText text)
    {
        var ordinals = new int[text.Words.Count];
        var n = 0;
        for (var i = 0; i < ordinals.Length; i++)
        {
            ordinals[i] = n;
            n += Counts(text.Words[i]) ? 1 : 0;
        }

        return ordinals;
    }

    private void Find()
    {
        var options = Words.Select(w => PlacesOf(_alignment, w).GroupBy(m => (m.Sentence, m.Word)).Select(g => g.MaxBy(m => m.Similarity)).ToArray()).ToArray();
        var cost = options.Select(o => new double[o.Length]).ToArray();
        var from = options.Select(o => new (int Step, int Option)[o.Length]).ToArray();
        var none = Words.Select(w => NoPlace + NoPlaceByWeight * _alignment.Claim.Words[w].Weight).ToArray();
        for (var t = 0; t < options.Length; t++)
        {
            for (var o = 0; o < options[t].Length; o++)
            {
                var skipped = none.Take(t).Sum();
                (cost[t][o], from[t][o]) = (skipped, (-1, -1));
                double between = 0;
                for (var u = t - 1; u >= 0 && between < cost[t][o]; between += none[u--])
                {
                    for (var p = 0; p < options[u].Length; p++)
                    {
                        var whole = cost[u][p] + between + Move(u, options[u][p], t, options[t][o]);
                        if (whole < cost[t][o])
                        {
                            (cost[t][o], from[t][o]) = (whole, (u, p));
                        }
                    }
                }

                cost[t][o] += 1 - options[t][o].Similarity + (IsTitle(options[t][o]) ? InTitle : 0);
            }
        }

        Trace(options, cost, from, none);
    }

    private void Trace(WordMatch[][] options, double[][] cost, (int Step, int Option)[][] from, double[] none)
    {
        var (best, step, option) = (none.Sum(), -1, -1);
        double after = 0;
        for (var t = options.Length - 1; t >= 0; after += none[t--])
        {
            for (var o = 0; o < options[t].Length; o++)
            {
                if (cost[t][o] + after < best)
                {
                    (best, step, option) = (cost[t][o] + after, t, o);
                }
            }
        }

        while (step >= 0)
        {
            Places[step] = options[step][option];
            (step, option) = from[step][option];
        }
    }

    private double Move(int step, WordMatch before, int next, WordMatch after)
    {
        var bonus = _alignment.Claim.Words[Words[step]].Clause != _alignment.Claim.Words[Words[next]].Clause ? ClauseBonus : 0;
        if (before.Sentence != after.Sentence)
        {
            return OtherSentence - bonus;
        }

        var distance = Distance(before, after);
        return distance switch
        {
            0 => SamePlace,
            > 0 => Math.Max(0, PerSkipped * Math.Min(MostSkipped, Math.Max(0, distance - (next - step))) - bonus),
            _ => Math.Max(0, Backward + PerBackward * Math.Min(MostBackward, -distance) - bonus),
        };
    }

    private bool IsTitle(WordMatch place) => _alignment.Cited.Sentences[place.Sentence].Field == Papers.PaperField.Title;
}
