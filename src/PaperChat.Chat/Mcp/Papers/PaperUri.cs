using PaperChat.Papers;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>
/// The address of a paper's resource, <c>paperchat://papers/arxiv%3A2401.00001</c>: the id is one segment, escaped whole, since ids hold
/// colons and slashes. It is a name to look up in the library, never a path.
/// </summary>
internal static class PaperUri
{
    public const string Template = Prefix + "{id}";

    private const string Prefix = "paperchat://papers/";
    private const int Longest = 2_000;

    public static string Of(PaperId id) => Prefix + Uri.EscapeDataString(id.Value);

    public static bool TryParse(string? uri, out string id)
    {
        id = uri is { Length: < Longest } && uri.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(uri[Prefix.Length..]) : "";
        return id.Length > 0;
    }
}
