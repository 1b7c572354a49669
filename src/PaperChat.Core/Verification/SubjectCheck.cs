namespace PaperChat.Verification;

/// <summary>
/// Words copied from the text after a subject that is not theirs there: "B offers faster loading than A" of "A loads fast, offering faster
/// loading than B", "the lamp dims the room" of "the lamp and the blind, the latter of which dims the room".
/// </summary>
internal static class SubjectCheck
{
    private const int MaxSubject = 4;
    private const int VerbReach = 3;
    private const int MinRun = 2;
    private const int LongRun = 3;

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "we", "our", "it", "its", "this", "these", "here", "i" };

    private static readonly HashSet<string> LittleWords = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "its", "their", "this", "these", "each", "also", "can", "could", "may", "might", "will", "would", "is", "are", "was", "were", "be", "been", "has", "have", "does", "do", "both",
    };

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        if (FindThan(alignment) is { } turned)
        {
            failures.Add(turned);
            return;
        }

        var path = alignment.Path;
        foreach (var (first, last) in FrameCheck.Runs(alignment, path, MinRun))
        {
            var (word, place) = (path.Words[first], path.Places[first]!.Value);
            var subject = SubjectBefore(alignment.Claim, word);
            int[] things = [.. subject.Where(i => FrameCheck.IsThing(alignment.Claim.Words[i]) && alignment.MatchesOf(i).Any(m => m.Similarity >= 0.85))];
            if (things.Length > 0 && !IsPassive(alignment.TextOf(place.Sentence), place.Word) && !IsPassive(alignment.Claim, word)
                && (FindLatter(alignment, things, place) ?? FindBehind(alignment, things, word, place) ?? FindElsewhere(alignment, things, place) ?? (last - first >= LongRun ? FindPart(alignment, things, place) : null)) is { } rival)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(subject.Min(), subject.Max()), rival));
                return;
            }
        }
    }

    // "A is quicker than B" where the text says of B alone that it is quick.
    private static CheckFailure? FindThan(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        bool IsAt(int i, WordMatch place, int reach) => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence && m.Similarity >= 0.85 && m.Word < place.Word && place.Word - m.Word <= reach);
        bool IsKnown(int i) => FrameCheck.IsThing(words[i]) && alignment.MatchesOf(i).Any(m => m.Similarity >= 0.85);
        for (var than = 2; than + 1 < words.Count; than++)
        {
            if (words[than].Text != "than" || !words[than - 1].IsContent || words[than].Clause != words[0].Clause)
            {
                continue;
            }

            int[] own = [.. Enumerable.Range(0, than - 1).Where(IsKnown)];
            int[] other = [.. Enumerable.Range(than + 1, Math.Min(3, words.Count - than - 1)).Where(IsKnown)];
            WordMatch[] places = [.. alignment.MatchesOf(than - 1).Where(m => m.Similarity >= 0.95)];
            if (own.Length > 0 && other.Length > 0 && places.Length > 0 && !places.Any(p => own.Any(i => IsAt(i, p, int.MaxValue)))
                && places.Any(p => IsMore(alignment.TextOf(p.Sentence), p.Word) && other.Any(i => IsAt(i, p, MaxSubject + 1))))
            {
                return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(own[0], other[^1]), alignment.TextOf(places[0].Sentence).Part(places[0].Word, places[0].Word));
            }
        }

        return null;
    }

    private static bool IsMore(ClaimText text, int word) =>
        text.Words[word].Text.EndsWith("er", StringComparison.Ordinal) || (word > 0 && text.Words[word - 1].Text is "more" or "less" or "most");

    // The words of content right before a word, with nothing but its verb and little words between.
    private static int[] SubjectBefore(ClaimText text, int word)
    {
        var found = new List<int>();
        for (var i = word - 1; i >= 0 && found.Count < MaxSubject && text.Words[i].Clause == text.Words[word].Clause; i--)
        {
            if (ClaimPath.Counts(text.Words[i]))
            {
                found.Add(i);
            }
            else if (!LittleWords.Contains(text.Words[i].Text) && !(found.Count == 0 && FramingWords.Contains(text.Words[i].Text)))
            {
                return found.Count > 0 && text.Words[i].Text is "in" or "for" or "with" or "to" or "by" or "on" or "from" or "of" or "than" ? [] : [.. found];
            }
        }

        return [.. found];
    }

    // The text says it of the latter of two, of which this is the former.
    private static string? FindLatter(ClaimAlignment alignment, int[] things, WordMatch place)
    {
        var text = alignment.TextOf(place.Sentence);
        var at = Enumerable.Range(1, VerbReach).Select(n => place.Word - n).FirstOrDefault(i => i >= 0 && text.Words[i].Text is "latter" or "former", -1);
        var joint = Enumerable.Range(0, Math.Max(0, at)).LastOrDefault(i => text.Words[i].Text is "and" or "or", -1);
        if (joint < 0)
        {
            return null;
        }

        var name = things.MaxBy(i => alignment.Claim.Words[i].Weight);
        int[] places = [.. alignment.MatchesOf(name).Where(m => m.Sentence == place.Sentence && m.Word < at).Select(m => m.Word)];
        var isFormer = places.Length > 0 && places.All(p => p < joint);
        var isLatter = places.Length > 0 && places.All(p => p > joint);
        return (text.Words[at].Text == "latter" ? isFormer : isLatter) ? text.Part(at, at) : null;
    }

    // All of the subject stands behind what it is said to do.
    private static string? FindBehind(ClaimAlignment alignment, int[] things, int word, WordMatch place)
    {
        var text = alignment.TextOf(place.Sentence);
        bool IsBefore(int i) => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence && m.Word < place.Word);
        bool IsBehind(int i) => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence && m.Word > place.Word && m.Similarity >= 0.85
            && Enumerable.Range(place.Word, m.Word - place.Word).Any(j => !text.Words[j].IsContent && text.Words[j].Text is not ("and" or "or" or "of")));
        var rival = Enumerable.Range(0, place.Word).LastOrDefault(j => FrameCheck.IsThing(text.Words[j]), -1);
        return rival >= 0 && IsSameVerb(alignment.Claim, word, text, place.Word) && things.All(IsBehind) && !things.Any(IsBefore) ? text.Part(rival, rival) : null;
    }

    // The text says it in a sentence about something else, as "they" or "which".
    private static string? FindElsewhere(ClaimAlignment alignment, int[] things, WordMatch place)
    {
        var text = alignment.TextOf(place.Sentence);
        var isReference = Enumerable.Range(1, VerbReach).Any(n => place.Word - n >= 0 && text.Words[place.Word - n].Text is "they" or "latter" or "former");
        return isReference && !text.Words.Take(place.Word).Any(w => Own.Contains(w.Text))
            && !things.Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence || alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title))
            && Enumerable.Range(0, place.Word).FirstOrDefault(j => FrameCheck.IsThing(text.Words[j]), -1) is >= 0 and var rival
            ? text.Part(rival, rival) : null;
    }

    // A part that the text names in so many words, but neither in the sentence that says it nor in the one before.
    private static string? FindPart(ClaimAlignment alignment, int[] things, WordMatch place)
    {
        bool IsNamed(int i, int j) => alignment.MatchesOf(i).Any(m => m.Similarity >= 0.95 && alignment.MatchesOf(j).Any(n => n.Similarity >= 0.95 && n.Sentence == m.Sentence && n.Word == m.Word + 1));
        int[] ordered = [.. things.Order()];
        var isPart = ordered.Length >= 2 && Enumerable.Range(1, ordered.Length - 1).All(n => ordered[n] == ordered[n - 1] + 1 && IsNamed(ordered[n - 1], ordered[n]));
        return isPart && !things.Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence || m.Sentence == place.Sentence - 1 || alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title))
            ? alignment.TextOf(place.Sentence).Part(0, place.Word) : null;
    }

    // The verb stands first among the copied words or right before them, in the same voice.
    private static bool IsSameVerb(ClaimText claim, int word, ClaimText text, int place)
    {
        var (own, stored) = (VerbAt(claim, word), VerbAt(text, place));
        return own is not null && stored is not null && !own.EndsWith("ed", StringComparison.Ordinal) && !own.EndsWith("ing", StringComparison.Ordinal)
            && (own.TrimEnd('s') == stored.TrimEnd('s') || stored.EndsWith("ing", StringComparison.Ordinal));
    }

    private static string? VerbAt(ClaimText text, int word)
    {
        if (Enumerable.Range(1, 3).Any(n => word - n >= 0 && text.Words[word - n].Clause == text.Words[word].Clause && text.Words[word - n].Text is "be" or "is" or "are" or "was" or "were" or "been"))
        {
            return null;
        }

        for (var i = word; i >= Math.Max(0, word - 2); i--)
        {
            if (text.Words[i].Term is { } && (i == word ? IsVerb(text.Words[i].Text) || (i > 0 && text.Words[i - 1].Text == "to") : FramingWords.Contains(text.Words[i].Text) || GeneralWords.Contains(text.Words[i].Text)))
            {
                return text.Words[i].Text;
            }
        }

        return null;
    }

    // Everyday adjectives have no form in "ing".
    private static bool IsVerb(string word)
    {
        var root = word.TrimEnd('s');
        return word.EndsWith('s') || word.EndsWith("ing", StringComparison.Ordinal) || GeneralWords.Contains(root + "ing") || GeneralWords.Contains(root.TrimEnd('e') + "ing");
    }

    private static bool IsPassive(ClaimText text, int word) =>
        Enumerable.Range(word, Math.Min(VerbReach + 2, text.Words.Count - word)).Any(i => text.Words[i].Text == "by" && text.Words[i].Clause == text.Words[word].Clause)
        || (word > 0 && text.Words[word].Text.EndsWith("ed", StringComparison.Ordinal) && text.Words[word - 1].Text is "is" or "are" or "was" or "were" or "been" or "be");
}
