using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>Where one statement of a sentence ends and the next begins.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "and", "but", "while", "whereas", "which", "so", "because", "although", "though", "who", "yet", "thereby", "thus", "hence", "when",
        "since", "unlike", "where", "or",
    };

    public static bool Begins(string text, List<Word> words, int index)
    {
        var end = words[index - 1].Start + words[index - 1].Length;
        foreach (var c in text.AsSpan(end, words[index].Start - end))
        {
            if (c is ',' or ';' or ':' or '(' or ')' or '—' or '–')
            {
                return true;
            }
        }

        return Openers.Contains(words[index].Text) && !(words[index].Text == "but" && words[index - 1].Text is "nothing" or "anything" or "all")
            && !(words[index].Text == "yet" && words[index - 1].Text is "not" or "never" or "have" or "has" or "cannot"
                && !(index + 1 < words.Count && words[index + 1].Text is "in" or "on" or "for" or "to" or "at"));
    }
}
