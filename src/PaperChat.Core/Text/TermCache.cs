namespace PaperChat.Text;

/// <summary>
/// The words a thread met lately, with their terms: a text's words repeat, and stemming costs more than looking them up. Each
/// slot holds the last word that fell into it, so the cache never grows.
/// </summary>
internal static class TermCache
{
    private const int Size = 1 << 14;

    [ThreadStatic]
    private static (string Word, string? Term)[]? _slots;

    /// <summary>The word as a string, shared with earlier occurrences.</summary>
    public static string WordOf(ReadOnlySpan<char> word) => SlotOf(word).Word;

    /// <summary>The word's term; null for a stop word.</summary>
    public static string? TermOf(ReadOnlySpan<char> word) => SlotOf(word).Term;

    private static ref readonly (string Word, string? Term) SlotOf(ReadOnlySpan<char> word)
    {
        _slots ??= new (string, string?)[Size];
        ref var slot = ref _slots[string.GetHashCode(word) & (Size - 1)];
        if (slot.Word is null || !word.SequenceEqual(slot.Word))
        {
            var text = word.ToString();
            slot = (text, StopWords.Contains(text) ? null : PorterStemmer.Stem(text));
        }

        return ref slot;
    }
}
