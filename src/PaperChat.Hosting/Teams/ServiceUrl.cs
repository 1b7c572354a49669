using System.Diagnostics.CodeAnalysis;

namespace PaperChat.Hosting.Teams;

/// <summary>Addresses of connectors, compared in one form: no slash at the end, nothing that a prefix could hide behind.</summary>
internal static class ServiceUrl
{
    private const int LongestUrl = 512;

    /// <summary>An http or https address without user, query and fragment.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? url)
    {
        url = text is { Length: > 0 and <= LongestUrl } && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.Host.Length > 0
                ? uri.AbsoluteUri.TrimEnd('/')
                : null;
        return url is not null;
    }

    public static bool IsLoopback(string url) => new Uri(url).IsLoopback;

    public static bool IsEncrypted(string url) => url.StartsWith("https://", StringComparison.Ordinal);
}
