namespace PaperChat.Text;

/// <summary>A range of UTF-16 code units of a text.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public string Of(string text) => text.Substring(Start, Length);
}
