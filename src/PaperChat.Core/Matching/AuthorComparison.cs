using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>
/// Compares lists of authors in any form: "Last, First" or "First Last", initials, another order, the first ones alone, "et al.".
/// </summary>
internal static class AuthorComparison
{
    private const int Most = 100;

    public static AuthorRelation Compare(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var (a, b) = (NamesOf(first), NamesOf(second));
        if (a.Count == 0 || b.Count == 0)
        {
            return AuthorRelation.Unknown;
        }

        var (shorter, longer) = a.Count <= b.Count ? (a, b) : (b, a);
        var shared = 0;
        foreach (var name in shorter)
        {
            var at = longer.FindIndex(other => IsSame(name, other));
            if (at >= 0)
            {
                longer.RemoveAt(at);
                shared++;
            }
        }

        return shared * 2 >= shorter.Count ? AuthorRelation.Same : shared > 0 ? AuthorRelation.Some : AuthorRelation.None;
    }

    private static List<string[]> NamesOf(IReadOnlyList<string> authors) =>
        [.. authors.Take(Most).SelectMany(Split).Select(WordsOf).Where(n => n.Length > 0)];

    // Some sources give all names as one text.
    private static IEnumerable<string> Split(string authors) =>
        authors.Split([" and ", ";", " AND "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(a => a.Count(c => c == ',') > 1 ? a.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [a]);

    private static string[] WordsOf(string name)
    {
        var cleaned = TextCleaner.Clean(name).Text;
        var words = new List<string>(4);
        for (var scanner = new WordScanner(cleaned); scanner.MoveNext();)
        {
            var word = scanner.Word.ToString();
            if (word is "et" or "al" or "others" or "jr" or "sr" or "ii" or "iii" or "phd" or "dr" or "prof")
            {
                continue;
            }

            // "Smith JA": initials written as one.
            var raw = cleaned.AsSpan(scanner.Start, scanner.Length);
            if (raw.Length is 2 or 3 && !raw.ContainsAnyExceptInRange('A', 'Z') && cleaned.AsSpan().ContainsAnyInRange('a', 'z'))
            {
                words.AddRange(word.Select(c => c.ToString()));
            }
            else
            {
                words.Add(word);
            }
        }

        return [.. words];
    }

    // One word in common, and none of the rest of the shorter name that the other has not, be it as an initial.
    private static bool IsSame(string[] a, string[] b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b.ToList()) : (b, a.ToList());
        var rest = new List<string>();
        var common = 0;
        foreach (var word in shorter)
        {
            if (longer.Remove(word))
            {
                common += word.Length > 1 ? 1 : 0;
            }
            else
            {
                rest.Add(word);
            }
        }

        if (common == 0)
        {
            return string.Concat(a) == string.Concat(b);
        }

        // A middle name that only one of them gives says nothing, but two different first names do.
        return rest.All(word => longer.Exists(other => IsShortened(word, other) || IsShortened(other, word)))
            || (longer.Count > 0 && rest.Count > 0 && string.Concat(rest).Length > 1 && string.Concat(longer).StartsWith(string.Concat(rest), StringComparison.Ordinal))
            || (common >= 2 && rest.TrueForAll(w => w.Length == 1));
    }

    private static bool IsShortened(string word, string of) => word.Length is 1 or >= 3 && of.StartsWith(word, StringComparison.Ordinal);
}
