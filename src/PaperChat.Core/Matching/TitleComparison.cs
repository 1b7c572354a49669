namespace PaperChat.Matching;

/// <summary>Compares two titles.</summary>
internal static class TitleComparison
{
    private const int LeastCut = 12;
    private const int LeastBeginning = 20;
    private const double LeastShared = 0.6;

    private static readonly HashSet<string> Small =
    [
        "a", "an", "the", "of", "for", "in", "on", "and", "to", "with", "via", "using", "by", "from", "at", "as", "is", "are", "towards",
        "toward", "its", "under", "into",
    ];

    private static readonly HashSet<string> Parts =
    [
        "part", "volume", "vol", "chapter", "supplement", "supplementary", "appendix", "erratum", "corrigendum", "addendum", "reply",
        "rejoinder", "comment", "comments", "edition",
    ];

    public static TitleRelation Compare(ComparableTitle a, ComparableTitle b)
    {
        if (a.Notice != b.Notice)
        {
            return TitleRelation.Contradicting;
        }

        if (a.Letters == b.Letters)
        {
            return a.Letters.Length > 0 ? TitleRelation.Equal : TitleRelation.Different;
        }

        var (shorter, longer) = a.Letters.Length < b.Letters.Length ? (a, b) : (b, a);
        if (IsCutOf(shorter, longer) || (longer.IsCut && shorter.IsCut && longer.Letters.StartsWith(shorter.Letters, StringComparison.Ordinal)))
        {
            return TitleRelation.Cut;
        }

        if (shorter.Letters == longer.Main || shorter.Letters == longer.Rest)
        {
            // Names of systems before the title have numbers in them.
            var isPart = shorter.Letters == longer.Main ? SaysPart(longer.RestWords) : longer.Words[..^longer.RestWords.Length].Any(Parts.Contains);
            return isPart ? TitleRelation.Contradicting : TitleRelation.SubtitleCut;
        }

        return IsBeginning(shorter, longer) ? BeginningOf(shorter, longer) : CompareWords(a, b);
    }

    private static bool IsCutOf(ComparableTitle cut, ComparableTitle whole) =>
        cut.IsCut && cut.Letters.Length >= LeastCut && whole.Letters.StartsWith(cut.Letters, StringComparison.Ordinal);

    private static bool IsBeginning(ComparableTitle shorter, ComparableTitle longer) =>
        shorter.Letters.Length >= LeastBeginning && longer.Letters.StartsWith(shorter.Letters, StringComparison.Ordinal);

    // No title ends in the middle of a word, nor with "of" or "the".
    private static TitleRelation BeginningOf(ComparableTitle shorter, ComparableTitle longer)
    {
        var letters = 0;
        var words = 0;
        while (words < longer.Words.Length && letters < shorter.Letters.Length)
        {
            letters += longer.Words[words++].Length;
        }

        var rest = longer.Words[words..];
        if (letters > shorter.Letters.Length)
        {
            return longer.Letters.Length - shorter.Letters.Length <= 2 ? CompareWords(shorter, longer) : TitleRelation.Cut;
        }

        return shorter.Words.Length > 0 && Small.Contains(shorter.Words[^1]) ? TitleRelation.Cut
            : SaysPart(rest) ? TitleRelation.Contradicting
            : TitleRelation.Beginning;
    }

    private static TitleRelation CompareWords(ComparableTitle a, ComparableTitle b)
    {
        var first = a.Words.Where(w => !Small.Contains(w)).ToList();
        var second = b.Words.Where(w => !Small.Contains(w)).ToList();
        if (first.Count == 0 || second.Count == 0)
        {
            return TitleRelation.Different;
        }

        var (long1, long2) = (first.Count, second.Count);
        RemoveShared(first, second, (x, y) => x == y);
        var exact = long1 - first.Count;
        if (first.Concat(second).Any(IsNumber) && exact * 2 >= Math.Min(long1, long2))
        {
            return TitleRelation.Contradicting;
        }

        RemoveShared(first, second, IsSpelling);
        var shared = 2.0 * (long1 - first.Count) / (long1 + long2);
        return first.Count == 0 && second.Count == 0 && exact > 0 ? TitleRelation.Spelling
            : WrittenAsOne(a, b) ? SameNumbers(a, b) ? TitleRelation.Spelling : TitleRelation.Contradicting
            : shared >= LeastShared ? TitleRelation.Reworded
            : TitleRelation.Different;
    }

    // A letter or two of the whole: words that are joined or parted besides.
    private static bool WrittenAsOne(ComparableTitle a, ComparableTitle b) =>
        Math.Min(a.Letters.Length, b.Letters.Length) >= 2 * LeastBeginning
        && Edits.AtMost(a.Letters, b.Letters, 2)
        && a.Letters[0] == b.Letters[0]
        && a.Words.Length != b.Words.Length;

    private static bool SameNumbers(ComparableTitle a, ComparableTitle b) =>
        a.Words.Where(IsNumber).Order(StringComparer.Ordinal).SequenceEqual(b.Words.Where(IsNumber).Order(StringComparer.Ordinal));

    private static void RemoveShared(List<string> first, List<string> second, Func<string, string, bool> isShared)
    {
        for (var i = first.Count - 1; i >= 0; i--)
        {
            var at = second.FindIndex(w => isShared(first[i], w));
            if (at >= 0)
            {
                second.RemoveAt(at);
                first.RemoveAt(i);
            }
        }
    }

    // "Unsupervised" is no misspelling of "supervised", nor "symmetric" of "asymmetric": errors seldom stand at the beginning.
    private static bool IsSpelling(string a, string b) =>
        Math.Min(a.Length, b.Length) is var length and >= 4
        && a[0] == b[0]
        && !IsNumber(a) && !IsNumber(b)
        && (Edits.AtMost(a, b, length >= 8 ? 2 : 1) || Edits.AreSwapped(a, b));

    private static bool SaysPart(string[] words) =>
        words.Any(Parts.Contains) || (words.Length <= 2 ? words.Any(IsNumber) : IsNumber(words[0]) && !words[0].AsSpan().ContainsAnyInRange('a', 'h'));

    // Digits, Roman numbers and single letters: what tells the parts of a series.
    private static bool IsNumber(string word) =>
        word.AsSpan().ContainsAnyInRange('0', '9')
        || (word.Length == 1 && word is not ("a" or "s"))
        || word is "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" or "xi" or "xii"
            or "one" or "two" or "three" or "first" or "second" or "third" or "fourth" or "fifth";
}
