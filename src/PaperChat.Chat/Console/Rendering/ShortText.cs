namespace PaperChat.Chat.Console.Rendering;

/// <summary>Text that is too long for its place. Lengths are UTF-16 code units.</summary>
internal static class ShortText
{
    /// <summary>The text, or as much of it as leaves room for "…" within <paramref name="length"/>.</summary>
    public static string Cut(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= length ? text : text[..EndOf(text, length - 1)].TrimEnd() + "…";
    }

    /// <summary>Where to end a longer text: at the last space of the second half, else at the length, never inside a surrogate pair.</summary>
    /// <param name="text">Longer than <paramref name="length"/>.</param>
    /// <param name="length">At least 2.</param>
    public static int EndOf(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var space = text.LastIndexOf(' ', length, length / 2);
        return space > 0 ? space : char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
    }
}
