namespace PaperChat.Text;

/// <summary>The cleaned form of a stored text, with the way back: every cleaned character knows the stored range it stands for.</summary>
public sealed class CleanedText
{
    private readonly int[]? _starts;

    /// <param name="stored">The text as stored.</param>
    /// <param name="text">The cleaned text.</param>
    /// <param name="starts">
    /// For each cleaned character, and for the end, the stored index where its source begins; not decreasing. Null when the two
    /// texts are the same.
    /// </param>
    internal CleanedText(string stored, string text, int[]? starts)
    {
        Stored = stored;
        Text = text;
        _starts = starts;
    }

    public string Stored { get; }

    public string Text { get; }

    /// <summary>True when nothing had to be cleaned, so that offsets are the same in both.</summary>
    public bool IsIdentity => _starts is null;

    /// <summary>The stored range from which a range of the cleaned text came.</summary>
    public (int Start, int Length) ToStored(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Text.Length);
        return _starts is null ? (start, length) : (_starts[start], _starts[start + length] - _starts[start]);
    }
}
