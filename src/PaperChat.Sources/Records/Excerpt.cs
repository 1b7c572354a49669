namespace PaperChat.Sources.Records;

/// <summary>A few characters of untrusted text for a message: short, on one line, without control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest] + "...";
        return string.Concat(cut.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character));
    }
}
