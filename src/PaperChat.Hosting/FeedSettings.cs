using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using PaperChat.Sources.Feeds;

namespace PaperChat.Hosting;

/// <summary>What the configuration says of feeds: <c>Feeds:HuggingFace</c> and so on are base addresses, keys come from the environment.</summary>
public static class FeedSettings
{
    private const string Section = "Feeds:";

    /// <summary>The services with their addresses and keys (<c>HF_TOKEN</c>, <c>OPENALEX_API_KEY</c>, <c>S2_API_KEY</c>).</summary>
    /// <exception cref="UsageException">An address is none.</exception>
    public static FeedServices Services(IConfiguration configuration, HostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        var usual = new FeedServices();
        return new FeedServices
        {
            HuggingFace = Of(usual.HuggingFace, "HuggingFace", "HF_TOKEN"),
            Arxiv = Of(usual.Arxiv, "Arxiv", null),
            ArxivOai = Of(usual.ArxivOai, "ArxivOai", null),
            OpenAlex = Of(usual.OpenAlex, "OpenAlex", "OPENALEX_API_KEY"),
            SemanticScholar = Of(usual.SemanticScholar, "SemanticScholar", "S2_API_KEY"),
        };

        FeedService Of(FeedService service, string name, string? key) => service with
        {
            BaseAddress = configuration[Section + name] is { Length: > 0 } address ? AddressOf(Section + name, address, isFolder: name != "ArxivOai") : service.BaseAddress,
            Key = key is null ? null : environment.Variable(key),
        };
    }

    /// <summary>
    /// How all services are asked. <c>Feeds:Cache</c> is a folder, or <c>none</c>; else it is beside the default library.
    /// <c>Feeds:Attempts</c> (1 to 20) is how often a page is asked for before a service counts as failing.
    /// </summary>
    /// <exception cref="UsageException">A setting makes no sense.</exception>
    public static FeedOptions Options(IConfiguration configuration, HostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        var version = typeof(FeedSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1.0";
        var usual = new FeedOptions { UserAgent = $"PaperChat/{version} (a library of papers; one reader)" };
        return usual with
        {
            Attempts = configuration[Section + "Attempts"] is { Length: > 0 } attempts ? AttemptsOf(attempts) : usual.Attempts,
            CacheFolder = configuration[Section + "Cache"] switch
            {
                { Length: > 0 } none when none.Equals("none", StringComparison.OrdinalIgnoreCase) => null,
                { Length: > 0 } folder => Path.GetFullPath(folder),
                _ => environment.LocalDataFolder is { } data ? Path.Combine(data, "PaperChat", "feeds") : null,
            },
        };
    }

    private static int AttemptsOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts is >= 1 and <= 20
            ? attempts
            : throw new UsageException($"{Section}Attempts is a number from 1 to 20, not {TerminalText.Line(text)}.");

    private static Uri AddressOf(string setting, string address, bool isFolder) =>
        Uri.TryCreate(isFolder && !address.EndsWith('/') ? address + "/" : address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new UsageException($"{setting} is the address of a service, such as https://export.arxiv.org/, not {TerminalText.Line(address)}.");
}
