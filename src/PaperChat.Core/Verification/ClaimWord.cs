namespace PaperChat.Verification;

/// <summary>
/// A word of a checked or a cited sentence. <see cref="Term"/> is its stem, null for a function word. <see cref="Weight"/> is how much
/// it says, 0 to 1: rare words say more than common ones, framing ("the authors propose") next to nothing.
/// </summary>
internal readonly record struct ClaimWord(string Text, string? Term, int Start, int Length, double Weight, bool IsName, bool IsQuantity, int Clause)
{
    /// <summary>Terms that may stand for this one; null when there are none.</summary>
    public HashSet<string>? Synonyms { get; init; }

    /// <summary>Its sides on the axes of <see cref="Opposites"/>.</summary>
    public (int Axis, bool Side)[] Places { get; init; } = [];

    public bool IsContent => Term is not null && !IsQuantity && Weight > 0;
}
