namespace PaperChat.Text;

/// <summary>
/// Tells of a word, without looking it up, that none of a few terms is its stem: stemming leaves the first two letters of a word as
/// they are, but for a y that becomes an i.
/// </summary>
internal sealed class TermStarts
{
    private const int Slots = 1024;

    private readonly ulong[] _starts = new ulong[Slots / 64];

    public TermStarts(IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            if (term.Length > 1)
            {
                Add(Slot(term[0], term[1]));
            }
            else if (term.Length == 1)
            {
                // "ies" becomes "i": behind a single letter anything may have stood.
                Add(Slot(term[0], '\0'));
                for (var second = 'a'; second <= 'z'; second++)
                {
                    Add(Slot(term[0], second));
                }
            }
        }
    }

    /// <summary>False when none of the terms is the word's; true of some other words too.</summary>
    public bool MayHold(ReadOnlySpan<char> word) =>
        word.Length > 0 && Slot(word[0], word.Length > 1 ? word[1] : '\0') is var slot && (_starts[slot / 64] & (1UL << (slot % 64))) != 0;

    private void Add(int slot) => _starts[slot / 64] |= 1UL << (slot % 64);

    private static int Slot(char first, char second) => ((first * 37) + (second == 'y' ? 'i' : second)) % Slots;
}
