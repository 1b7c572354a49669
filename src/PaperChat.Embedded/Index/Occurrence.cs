namespace PaperChat.Embedded.Index;

/// <summary>
/// A term in a document of a segment in the making, in eight bytes. Terms (by their numbers within a bucket of
/// <see cref="TermPostings"/>) are fewer than 2^19, documents fewer than 2^23; places from 2^21 on count as one.
/// </summary>
internal readonly struct Occurrence(int term, int document, int place, bool isInTitle)
{
    public const int MostTerms = 1 << 19;
    public const int MostDocuments = 1 << 23;

    private const int LastPlace = (1 << 21) - 1;

    private readonly ulong _value =
        ((ulong)term << 45) | ((ulong)document << 22) | ((ulong)Math.Min(place, LastPlace) << 1) | (isInTitle ? 1UL : 0);

    public int Term => (int)(_value >> 45);

    public int Document => (int)(_value >> 22) & (MostDocuments - 1);

    public int Place => (int)(_value >> 1) & LastPlace;

    public bool IsInTitle => (_value & 1) != 0;
}
