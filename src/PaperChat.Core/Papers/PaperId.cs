namespace PaperChat.Papers;

/// <summary>
/// The stable name of a paper in a library: <c>arxiv:2407.01234</c> (never with a version), else <c>doi:10.…</c> (lower
/// case), else the id its source gave it, as given, else <c>title:</c> and 16 hex digits of a hash of the normalised title.
/// Ids compare by ordinal value.
/// </summary>
public readonly record struct PaperId(string Value) : IComparable<PaperId>
{
    public int CompareTo(PaperId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
