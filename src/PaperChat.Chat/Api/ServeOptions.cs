using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary>How the server listens and what it allows; section <c>Serve</c> of the configuration.</summary>
internal sealed record ServeOptions
{
    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>; port 0 takes a free one.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Reads the settings; the command line's addresses win.</summary>
    /// <exception cref="UsageException">An address or a setting makes no sense.</exception>
    public static ServeOptions Read(IConfiguration configuration, string? urls)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var text = urls ?? (configuration["Serve:Urls"] is { Length: > 0 } set ? set : DefaultUrls);
        string[] addresses = [.. text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return new ServeOptions
        {
            Urls = addresses.Length > 0 ? [.. addresses.Select(Check)] : throw new UsageException($"--urls takes an address such as {DefaultUrls}."),
        };
    }

    private static string Check(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false } && address.PathBase.Length == 0)
            {
                return url;
            }
        }
        catch (FormatException)
        {
            // Told below, like an address of another kind.
        }

        throw new UsageException(
            $"--urls takes addresses such as {DefaultUrls}, not '{TerminalText.Line(url)}'. For https, put a proxy that ends it in front.");
    }
}
