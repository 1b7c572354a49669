namespace PaperChat.Verification;

/// <summary>
/// Two phrases of one stored sentence in each other's place: "A reliably misleads readers, whereas B has no effect" of the reverse. Once
/// they are exchanged the sentence runs through the text from front to back; the little words before the later one are the text's.
/// </summary>
internal static class ExchangeCheck
{
    private const int MinGain = 2;
    private const int MinDistance = 3;
    private const int MostWords = 5;
    private const int MostSegments = 8;
    private const double LeastWeight = 0.15;
    private const double RareWeight = 0.9;

    // Where a sentence gathers from several, an order says little.
    private const double LeastShare = 0.75;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the", "its", "their", "this", "these", "also", "only", "both" };

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var path = alignment.Path;
        foreach (var sentence in path.Places.OfType<WordMatch>().GroupBy(p => p.Sentence).Where(g => g.Count() >= 4).Select(g => g.Key))
        {
            var places = PlacesIn(alignment, path, sentence);
            int[] steps = [.. Enumerable.Range(0, path.Words.Count).Where(t => places[t] is not null)];
            if (steps.Length < LeastShare * path.Words.Count)
            {
                continue;
            }

            var segments = SegmentsOf(path, places, steps);
            for (var a = 0; a < segments.Count && segments.Count <= MostSegments; a++)
            {
                for (var b = a + 1; b < segments.Count; b++)
                {
                    if ((b > a + 1 || IsSetAgainst(alignment, path, places, segments[a], segments[b])) && IsExchanged(alignment, path, places, segments, a, b))
                    {
                        failures.Add(new CheckFailure(CheckFailureKind.Name, PartOf(alignment.Claim, path, segments[a]) + " ... " + PartOf(alignment.Claim, path, segments[b]),
                            alignment.TextOf(sentence).Text));
                        return;
                    }
                }
            }
        }
    }

    // Where a word that the path left out stands in the sentence once, not taken by another word, it stands there.
    private static WordMatch?[] PlacesIn(ClaimAlignment alignment, ClaimPath path, int sentence)
    {
        WordMatch?[] places = [.. path.Places.Select(p => p?.Sentence == sentence ? p : null)];
        for (var t = 0; t < places.Length; t++)
        {
            if (places[t] is null)
            {
                WordMatch[] own = [.. ClaimPath.PlacesOf(alignment, path.Words[t])
                    .Where(m => m.Sentence == sentence && m.Similarity >= 0.85 && !places.Any(p => p?.Word == m.Word)).DistinctBy(m => m.Word)];
                places[t] = own.Length == 1 ? own[0] : null;
            }
        }

        return places;
    }

    private static List<int[]> SegmentsOf(ClaimPath path, WordMatch?[] places, int[] steps)
    {
        var segments = new List<int[]>();
        var first = 0;
        for (var i = 1; i <= steps.Length; i++)
        {
            if (i == steps.Length || IsBroken(path, places, steps[i - 1], steps[i]))
            {
                segments.Add(steps[first..i]);
                first = i;
            }
        }

        return segments;
    }

    private static bool IsBroken(ClaimPath path, WordMatch?[] places, int before, int after) => path.Distance(places[before]!.Value, places[after]!.Value) is < 0 or > 2;

    private static bool IsExchanged(ClaimAlignment alignment, ClaimPath path, WordMatch?[] places, List<int[]> segments, int a, int b)
    {
        if (segments[a].Length > MostWords || segments[b].Length > MostWords || !HasWeight(alignment, path, segments[a]) || !HasWeight(alignment, path, segments[b]))
        {
            return false;
        }

        var exchanged = segments.ToList();
        (exchanged[a], exchanged[b]) = (exchanged[b], exchanged[a]);
        var turned = PlacedBehind(alignment, path, places, segments[a], segments[b - 1][^1]);
        var gain = Breaks(path, places, segments) - Breaks(path, turned, exchanged);
        return (gain >= (IsComparison(alignment.Claim, path.Words[segments[b][0]]) ? 1 : MinGain) || AreParallel(alignment.Claim, path, places, turned, segments, exchanged, a, b))
            && path.Distance(turned[segments[a][0]]!.Value, places[segments[b][0]]!.Value) < 0
            && (b == a + 1 || Math.Abs(path.Distance(turned[segments[a][0]]!.Value, places[segments[b][0]]!.Value)) >= (gain > MinGain ? MinDistance - 1 : MinDistance))
            && !IsRepeated(alignment.Claim, path, [.. segments[a], .. segments[b]])
            && !(segments[a] is [var lone] && alignment.Claim.Words[path.Words[lone]].Weight >= RareWeight && OwnNames.Contains(alignment, path.Words[lone]))
            && IsSameVoice(alignment, path, places, segments, a, b) && (HasSameJoint(alignment, path, turned, segments, a, b) || ArePaired(alignment, path, places, turned, segments, exchanged, a, b));
    }

    // "works on the old maps, the other one on the new maps": phrases of one kind, and only their exchange leads from front to back.
    private static bool AreParallel(ClaimText text, ClaimPath path, WordMatch?[] places, WordMatch?[] turned, List<int[]> segments, List<int[]> exchanged, int a, int b) =>
        text.Words[path.Words[segments[a][^1]]].Term == text.Words[path.Words[segments[b][^1]]].Term
        && StepsBack(path, places, segments) >= MinGain && StepsBack(path, turned, exchanged) == 0;

    // "P in A, but Q in B" of "Q in A, but P in B": two statements, each with the other one's complement.
    private static bool ArePaired(ClaimAlignment alignment, ClaimPath path, WordMatch?[] places, WordMatch?[] turned, List<int[]> segments, List<int[]> exchanged, int a, int b)
    {
        var claim = alignment.Claim;
        return b == a + 2 && b + 1 < segments.Count && segments[a].Length >= 2 && segments[b].Length >= 2
            && claim.Words[path.Words[segments[a + 1][^1]]].Clause != claim.Words[path.Words[segments[b][0]]].Clause
            && StepsBack(path, places, segments) >= MinGain && Breaks(path, turned, exchanged) == 0;
    }

    private static int StepsBack(ClaimPath path, WordMatch?[] places, List<int[]> segments) =>
        Enumerable.Range(1, segments.Count - 1).Count(i => path.Distance(places[segments[i - 1][^1]]!.Value, places[segments[i][0]]!.Value) < 0);

    // Of several places of a word the one nearest to where the exchange would put it.
    private static WordMatch?[] PlacedBehind(ClaimAlignment alignment, ClaimPath path, WordMatch?[] places, int[] segment, int before)
    {
        WordMatch?[] turned = [.. places];
        foreach (var t in segment)
        {
            turned[t] = ClaimPath.PlacesOf(alignment, path.Words[t]).Where(m => m.Sentence == places[t]!.Value.Sentence && m.Similarity >= 0.85)
                .OrderBy(m => Math.Abs(path.Distance(places[before]!.Value, m))).Cast<WordMatch?>().FirstOrDefault() ?? places[t];
        }

        return turned;
    }

    private static bool IsRepeated(ClaimText text, ClaimPath path, int[] segment) =>
        segment.Any(t => Enumerable.Range(0, path.Words.Count).Any(u => !segment.Contains(u) && text.Words[path.Words[u]].Term == text.Words[path.Words[t]].Term));

    private static bool IsComparison(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - 2), Math.Min(2, word)).Any(i => text.Words[i].Text is "than" or "over" or "versus");

    private static bool HasWeight(ClaimAlignment alignment, ClaimPath path, int[] segment) =>
        !IsParticiple(alignment.Claim.Words[path.Words[segment[0]]].Text)
        && !alignment.Claim.Words[path.Words[segment[^1]]].Text.EndsWith("ly", StringComparison.Ordinal)
        && segment.Any(t => alignment.Claim.Words[path.Words[t]].Weight >= LeastWeight);

    // Nothing but a word of comparison or change stands between the two, here and in the text.
    private static bool IsSetAgainst(ClaimAlignment alignment, ClaimPath path, WordMatch?[] places, int[] first, int[] second)
    {
        var text = alignment.TextOf(places[first[0]]!.Value.Sentence);
        if (IsOpened(alignment.Claim, path.Words[first[0]]) && IsOpened(text, places[second[0]]!.Value.Word) && places[second[^1]]!.Value.Word < places[first[0]]!.Value.Word)
        {
            return true;
        }

        var own = Comparator(alignment.Claim, path.Words[first[^1]], path.Words[second[0]]);
        return own is not null && places[second[^1]]!.Value.Word < places[first[0]]!.Value.Word
            && own == Comparator(text, places[second[^1]]!.Value.Word, places[first[0]]!.Value.Word);
    }

    // "Compared to the" or "unlike" right before, at the beginning of a sentence.
    private static bool IsOpened(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => i <= 1 && text.Words[i].Text is "compared" or "unlike" or "contrast" or "relative");

    private static string? Comparator(ClaimText text, int before, int after) =>
        Enumerable.Range(before + 1, Math.Max(0, after - before - 1)).Select(i => text.Words[i].Text)
            .FirstOrDefault(w => w is "than" or "compared" or "rather" or "over" or "versus" or "vs" or "into" or "against" or "instead" or "unlike" or "from" or "before" or "after");

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word is "driven" or "given" or "taken" or "built" or "shown";

    // "A guides B" of "B is guided by A" says the same.
    private static bool IsSameVoice(ClaimAlignment alignment, ClaimPath path, WordMatch?[] places, List<int[]> segments, int a, int b)
    {
        for (var s = a + 1; s < b; s++)
        {
            foreach (var t in segments[s])
            {
                var place = places[t]!.Value;
                var text = alignment.TextOf(place.Sentence);
                if (IsParticiple(alignment.Claim.Words[path.Words[t]].Text) != IsParticiple(text.Words[place.Word].Text) || IsDoneBy(alignment.Claim, path.Words[t]) != IsDoneBy(text, place.Word))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsDoneBy(ClaimText text, int word) => word + 1 < text.Words.Count && text.Words[word + 1].Text == "by";

    private static int Breaks(ClaimPath path, WordMatch?[] places, List<int[]> segments) =>
        Enumerable.Range(1, segments.Count - 1).Count(i => IsBroken(path, places, segments[i - 1][^1], segments[i][0]));

    // "to the referee" of "to the judge": what joins the second phrase to the words before it joins the first one in the text.
    private static bool HasSameJoint(ClaimAlignment alignment, ClaimPath path, WordMatch?[] places, List<int[]> segments, int a, int b)
    {
        var text = alignment.TextOf(places[segments[a][0]]!.Value.Sentence);
        var (word, place) = (path.Words[segments[b][0]], places[segments[a][0]]!.Value.Word);
        bool IsSame(bool skips) => Joint(alignment.Claim, word, skips) is var own && own == Joint(text, place, skips)
            && own is not ("or" or "by") && (own != "and" || (b > a + 1 && segments[(a + 1)..b].Sum(s => s.Length) >= 2));
        return IsSame(skips: false) || IsSame(skips: true);
    }

    // The little words right before a word.
    private static string Joint(ClaimText text, int word, bool skips)
    {
        var i = word - 1;
        bool IsPassedOver(ClaimWord w) => Articles.Contains(w.Text)
            || (w.IsContent && (w.Text.EndsWith("ly", StringComparison.Ordinal) || (skips && GeneralWords.Contains(w.Text))));
        while (i >= 0 && IsPassedOver(text.Words[i]))
        {
            i--;
        }

        return i < 0 || ClaimPath.Counts(text.Words[i]) ? "" : text.Words[i].Text;
    }

    private static string PartOf(ClaimText text, ClaimPath path, int[] segment) => text.Part(path.Words[segment[0]], path.Words[segment[^1]]);
}
