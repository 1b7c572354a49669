namespace PaperChat.Text;

/// <summary>
/// The name a title gives its work: the part before a colon, question or exclamation mark, or a short title as a whole. Libraries
/// index it as a term of its own beside the title's words, so that "Combiner" finds the paper of that name however many others
/// combine something.
/// </summary>
public static class TitleName
{
    /// <summary>Longer ones are sentences, not names.</summary>
    public const int MaxWords = 5;

    // No analysed term begins with it.
    private const char Mark = '=';

    /// <summary>The term of a stored title's name; null for a title without one.</summary>
    public static string? TermOf(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return TermOfCleaned(TextCleaner.Clean(title).Text);
    }

    /// <summary>The same of a title that is cleaned already.</summary>
    public static string? TermOfCleaned(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var head = Head(title);
        var count = 0;
        for (var scanner = new WordScanner(head); count <= MaxWords && scanner.MoveNext();)
        {
            count++;
        }

        return count is 0 or > MaxWords ? null : Join(TextAnalyzer.Words(head), 0, count);
    }

    /// <summary>
    /// The terms of all names that a text may hold: its runs of up to five words, a single word only when it is written as a name
    /// or hardly any abstract uses it.
    /// </summary>
    public static IReadOnlyList<string> TermsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = TextAnalyzer.Words(text);
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < words.Count; start++)
        {
            if (IsNameLike(text, words, start))
            {
                terms.Add(Join(words, start, 1));
            }

            for (var count = 2; count <= MaxWords && start + count <= words.Count; count++)
            {
                terms.Add(Join(words, start, count));
            }
        }

        return [.. terms];
    }

    /// <summary>The title up to its colon, question or exclamation mark.</summary>
    internal static string Head(string title)
    {
        var end = title.AsSpan().IndexOfAny(':', '?', '!');
        return end > 0 ? title[..end] : title;
    }

    private static bool IsNameLike(string text, List<Word> words, int at)
    {
        var surface = text.AsSpan(words[at].Start, words[at].Length);
        return (at > 0 && surface.ContainsAnyInRange('A', 'Z')) || surface[1..].ContainsAnyInRange('A', 'Z')
            || !BackgroundTerms.IsCommon(PorterStemmer.Stem(words[at].Text));
    }

    // A name of one word is itself and no other form of it: "Andes" is not "and".
    private static string Join(List<Word> words, int start, int count) =>
        count == 1 ? Mark + words[start].Text : Mark + string.Join(' ', words.GetRange(start, count).Select(w => PorterStemmer.Stem(w.Text)));
}
