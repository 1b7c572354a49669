using System.Globalization;

namespace PaperChat.Answering;

/// <summary>Puts keys where they belong in a sentence: before the stop that ends it.</summary>
public static class CitedSentence
{
    /// <summary>"They meet." and 1, 2 give "They meet [1] [2]."; without a stop at the end the keys come last.</summary>
    public static string Join(string sentence, IReadOnlyList<int> keys) => Join(sentence, keys, mark: null);

    /// <summary>The same with a mark after the keys.</summary>
    public static string Join(string sentence, IReadOnlyList<int> keys, string? mark)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(keys);
        var cited = string.Concat(keys.Select(k => string.Create(CultureInfo.InvariantCulture, $" [{k}]"))) + (mark is null ? "" : " " + mark);
        var end = sentence.Length;
        while (end > 0 && sentence[end - 1] is ('.' or '!' or '?'))
        {
            end--;
        }

        // A stop that belongs to what it follows stays there: "https://example.org/v1.", "et al.", "...".
        return sentence.Length - end == 1 ? sentence[..end] + cited + sentence[end..] : sentence + cited;
    }
}
