namespace PaperChat.Verification;

/// <summary>
/// A phrase beside words copied from the text that stands there beside another phrase: "B lags behind on new maps" of "A lags behind on
/// new maps", "checks the answers at each desk" of "checks the answers at each counter". Where a sentence follows the text word for word, what
/// differs is a different thing; where it rewords, nothing follows from that.
/// </summary>
internal static class FrameCheck
{
    private const int MinRun = 3;
    private const double MinRunWeight = 0.7;
    private const double ShortRunWeight = 0.4;
    private const int MaxPhrase = 4;
    private const int Near = 9;

    // A word that the text has nowhere is another thing only where it is a rare one.
    private const double AbsentWeight = 0.45;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the", "its", "their", "this", "these", "our", "each", "every", "both", "such" };

    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "is", "are", "was", "were", "be", "been", "being", "can", "has", "have" };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "of", "on", "in", "for", "with", "by", "from", "to", "at", "as", "via", "into", "under", "over", "across", "through", "between", "among", "within",
        "without", "during", "than", "before", "after", "when", "that", "which", "is", "are", "was", "were", "and", "or", "but", "while", "using",
    };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "we", "it", "they", "this", "these", "that", "which", "who", "our", "its", "their", "and", "to", "or", "by", "thereby",
    };

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var path = alignment.Path;
        foreach (var (first, last) in Runs(alignment, path))
        {
            if ((FindAfter(alignment, path, last) ?? FindBefore(alignment, path, first)) is { } found)
            {
                failures.Add(found);
                return;
            }
        }
    }

    // Steps of the path that follow one another in the text as in the sentence, in the same forms.
    internal static IEnumerable<(int First, int Last)> Runs(ClaimAlignment alignment, ClaimPath path, int least = MinRun)
    {
        var first = 0;
        for (var t = 0; t <= path.Words.Count; t++)
        {
            if (t < path.Words.Count && t > first && Continues(alignment, path, t))
            {
                continue;
            }

            var run = Enumerable.Range(first, Math.Max(0, t - first)).Where(u => path.Places[u] is not null).ToArray();
            if (run.Length >= least && run.Sum(u => alignment.Claim.Words[path.Words[u]].Weight) >= (least < MinRun ? ShortRunWeight : MinRunWeight) && !IsTitle(alignment, path.Places[run[0]]!.Value))
            {
                yield return (run[0], run[^1]);
            }

            first = t;
        }
    }

    private static bool Continues(ClaimAlignment alignment, ClaimPath path, int t) =>
        path.Places[t - 1] is { } before && path.Places[t] is { } place && before.Sentence == place.Sentence && path.Distance(before, place) is 1 or 2
        && before.Similarity >= 0.85 && place.Similarity >= 0.85 && (alignment.Claim.Words[path.Words[t]].Clause == alignment.Claim.Words[path.Words[t - 1]].Clause
            || (Joiner(alignment.Claim, path.Words[t - 1], path.Words[t]) is { } joiner && joiner == Joiner(alignment.TextOf(place.Sentence), before.Word, place.Word)));

    // "and" or "or" where it alone joins two words, but for articles.
    private static string? Joiner(ClaimText text, int before, int after)
    {
        string[] between = [.. Enumerable.Range(before + 1, Math.Max(0, after - before - 1)).Select(i => text.Words[i].Text).Where(w => !Articles.Contains(w))];
        return between is ["and" or "or"] ? between[0] : null;
    }

    private static bool IsTitle(ClaimAlignment alignment, WordMatch place) => alignment.Cited.Sentences[place.Sentence].Field == Papers.PaperField.Title;

    private static CheckFailure? FindAfter(ClaimAlignment alignment, ClaimPath path, int last)
    {
        var place = path.Places[last]!.Value;
        var text = alignment.TextOf(place.Sentence);
        var own = PhraseAfter(alignment.Claim, path.Words[last]);
        var stored = PhraseAfter(text, place.Word);
        return own.Words.Length > 0 && stored.Words.Length > 0 && own.Joint == stored.Joint
            ? Compare(alignment, place, own.Words, stored.Words, isBefore: false)
            : null;
    }

    private static CheckFailure? FindBefore(ClaimAlignment alignment, ClaimPath path, int first)
    {
        var place = path.Places[first]!.Value;
        var text = alignment.TextOf(place.Sentence);
        var own = PhraseBefore(alignment.Claim, path.Words[first], isStored: false);
        var stored = PhraseBefore(text, place.Word, isStored: true);
        return own.Words.Length > 0 && stored.Words.Length > 0 && own.Joint == stored.Joint && IsThing(alignment.Claim.Words[own.Words[0]]) && IsThing(text.Words[stored.Words[0]])
            && !LooksLikeVerb(alignment.Claim, own.Words[0]) && !LooksLikeVerb(text, stored.Words[0])
            && !IsOwn(alignment, own.Words)
            ? Compare(alignment, place, own.Words, stored.Words, isBefore: own.Joint.Length == 0)
            : null;
    }

    private static bool IsOwn(ClaimAlignment alignment, int[] words)
    {
        int[] names = [.. words.Where(i => alignment.Claim.Words[i].IsName)];
        return names.Length > 0 && names.All(i => alignment.MatchesOf(i).Any(m => IsTitle(alignment, m)));
    }

    // The words of content after a place, up to where the next phrase begins, and the little words before them.
    private static (string Joint, int[] Words) PhraseAfter(ClaimText text, int word)
    {
        var joint = new List<string>();
        var found = new List<int>();
        for (var i = word + 1; i < text.Words.Count && found.Count < MaxPhrase && text.Words[i].Clause == text.Words[word].Clause; i++)
        {
            if (ClaimPath.Counts(text.Words[i]))
            {
                found.Add(i);
            }
            else if (found.Count > 0 && Prepositions.Contains(text.Words[i].Text))
            {
                break;
            }
            else if (found.Count == 0 && !Articles.Contains(text.Words[i].Text))
            {
                joint.Add(text.Words[i].Text);
            }
        }

        return (string.Join(' ', joint), [.. found]);
    }

    private static (string Joint, int[] Words) PhraseBefore(ClaimText text, int word, bool isStored)
    {
        var joint = new List<string>();
        var found = new List<int>();
        var clause = text.Words[word].Clause;
        for (var i = word - 1; i >= 0 && found.Count < MaxPhrase && text.Words[i].Clause == clause; i--)
        {
            if (ClaimPath.Counts(text.Words[i]))
            {
                found.Add(i);
            }
            else if (found.Count > 0 && Prepositions.Contains(text.Words[i].Text))
            {
                break;
            }
            else if (isStored && found.Count == 0 && i > 0 && text.Words[i].Text is "which" or "that" && IsThing(text.Words[i - 1]) && !LooksLikeVerb(text, i - 1))
            {
                clause = text.Words[i - 1].Clause;
            }
            else if (found.Count == 0 && Pronouns.Contains(text.Words[i].Text))
            {
                return ("", []);
            }
            else if (found.Count == 0 && !Articles.Contains(text.Words[i].Text) && !Auxiliaries.Contains(text.Words[i].Text) && !FramingWords.Contains(text.Words[i].Text))
            {
                joint.Add(text.Words[i].Text);
            }
        }

        return (string.Join(' ', joint), [.. found]);
    }

    // None of the one phrase stands near the other, and each has a thing that the other has not.
    private static CheckFailure? Compare(ClaimAlignment alignment, WordMatch place, int[] own, int[] stored, bool isBefore)
    {
        var text = alignment.TextOf(place.Sentence);
        bool IsNear(WordMatch m) => m.Sentence == place.Sentence && Math.Abs(m.Word - place.Word) <= Near + MaxPhrase && !(isBefore && IsApart(alignment, place, own, stored, m));
        bool IsMet(int stored) => Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => Math.Abs(i - own[0]) <= Near
            && ClaimPath.PlacesOf(alignment, i).Any(m => m.Sentence == place.Sentence && m.Word == stored));
        bool MayDiffer(int i) => IsThing(alignment.Claim.Words[i])
            && (alignment.MatchesOf(i).Any(m => m.Similarity >= 0.85) || alignment.Claim.Words[i].Weight >= AbsentWeight);

        var left = own.FirstOrDefault(i => !ClaimPath.PlacesOf(alignment, i).Any(IsNear) && MayDiffer(i), -1);
        int[] right = [.. stored.Where(j => !IsMet(j))];
        var rival = right.FirstOrDefault(j => IsThing(text.Words[j]), -1);
        return left >= 0 && rival >= 0 && right.Length * 2 >= stored.Length && !IsPartOf(alignment.Claim.Words[left].Text, text.Words[rival].Text)
            ? new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(own.Min(), own.Max()), text.Part(stored.Min(), stored.Max()))
            : null;
    }

    // The subject of an earlier statement, whose own name it is not, and which the nearer subject does not explain ("A, a B that").
    private static bool IsApart(ClaimAlignment alignment, WordMatch place, int[] own, int[] stored, WordMatch match)
    {
        var text = alignment.TextOf(place.Sentence);
        var next = stored.Min();
        return match.Word < next && text.Words[match.Word].Clause != text.Words[next].Clause && text.Words[next].Clause == text.Words[place.Word].Clause
            && text.Words[next].IsName && !own.Any(i => OwnNames.Contains(alignment, i)) && !Articles.Contains(text.Words[next - 1].Text);
    }

    // "strings" of "substrings".
    private static bool IsPartOf(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);

    private static bool LooksLikeVerb(ClaimText text, int word) =>
        text.Words[word].Text.EndsWith("ed", StringComparison.Ordinal) || (text.Words[word].Text.EndsWith("ing", StringComparison.Ordinal) && (word == 0 || text.Words[word - 1].Term is null))
        || (word > 0 && text.Words[word - 1].Text is "to" or "can" or "may" or "will" or "could" or "that" or "we" or "it" or "they")
        || (text.Words[word].Text.EndsWith('s') && word > 0 && text.Words[word - 1].IsContent && word + 1 < text.Words.Count && !text.Words[word - 1].Text.EndsWith('s') && text.Words[word + 1].Text is "the" or "a" or "an" or "its" or "how");

    internal static bool IsThing(in ClaimWord word) =>
        word.IsContent && word.Length > 1 && word.Weight >= 0.12 && !GeneralWords.Contains(word.Text) && !word.Text.EndsWith("ly", StringComparison.Ordinal) && !word.Text.EndsWith("ed", StringComparison.Ordinal);
}
