namespace PaperChat.Chat.Api;

/// <summary>The id of a paper as the rest of an address. It is a key of the library only, never a path.</summary>
internal static class PaperIdInPath
{
    /// <summary>The server decodes everything but <c>%2F</c>, which it keeps apart from a slash; in an id both are one.</summary>
    public static string Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }
}
