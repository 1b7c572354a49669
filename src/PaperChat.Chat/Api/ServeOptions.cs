using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using PaperChat.Chat.Api.Access;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Api;

/// <summary>How the server listens and what it allows; section <c>Serve</c> of the configuration.</summary>
internal sealed record ServeOptions
{
    public const string DefaultUrls = "http://localhost:5080";

    private const string Section = "Serve:";

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>; port 0 takes a free one.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whether only this machine reaches all of them.</summary>
    public bool IsLoopback => Urls.All(url => IsLoopbackHost(BindingAddress.Parse(url).Host));

    /// <summary><c>Serve:Keys:NAME</c>; where there is one, every client needs one.</summary>
    public IReadOnlyList<ApiKey> Keys { get; init; } = [];

    /// <summary><c>Serve:Hosts</c>: names beside those of loopback under which the server answers, separated by commas.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary><c>Serve:Origins</c>: other origins (<c>https://papers.example.org</c>) whose pages may call, separated by commas.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary><c>Serve:RequestsPerMinute</c>, of each key or, without keys, address; null for no limit, which is usual on loopback without keys. 600 else.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary><c>Serve:Concurrency</c>: requests worked on at once.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary><c>Serve:Queue</c>: requests that wait for their turn; more are refused.</summary>
    public int Queue { get; init; } = 256;

    /// <summary><c>Serve:Timeout</c>: the longest that a request may take, in seconds or as 00:02:00.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><c>Serve:LogQuestions</c>: whether the log of <c>--verbose</c> names what was asked.</summary>
    public bool LogQuestions { get; init; }

    /// <summary>The bot of Microsoft Teams; null without one.</summary>
    public TeamsOptions? Teams { get; init; }

    /// <summary>Reads the settings; the command line's addresses win.</summary>
    /// <exception cref="UsageException">An address or a setting makes no sense, or others could reach the server without a key.</exception>
    public static ServeOptions Read(IConfiguration configuration, string? urls)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var addresses = ListOf(urls ?? (configuration[Section + "Urls"] is { Length: > 0 } set ? set : DefaultUrls));
        var options = new ServeOptions
        {
            Urls = addresses.Count > 0 ? [.. addresses.Select(Check)] : throw new UsageException($"--urls takes an address such as {DefaultUrls}."),
            Keys = [.. configuration.GetSection(Section + "Keys").GetChildren().Select(k => ApiKey.Parse(k.Key, k.Value))],
            Hosts = ListOf(configuration[Section + "Hosts"]),
            Origins = [.. ListOf(configuration[Section + "Origins"]).Select(o => o.TrimEnd('/'))],
            LogQuestions = bool.TryParse(configuration[Section + "LogQuestions"], out var log) && log,
        };
        if (!options.IsLoopback && options.Keys.Count == 0)
        {
            throw new UsageException(
                $"{string.Join(", ", options.Urls)} can be reached from other machines, and there is no key: 'paperchat serve --new-key NAME' makes one. Without keys, listen on {DefaultUrls}.");
        }

        return options with
        {
            RequestsPerMinute = NumberOf(configuration, "RequestsPerMinute", 1) ?? (options.IsLoopback && options.Keys.Count == 0 ? null : 600),
            Concurrency = NumberOf(configuration, "Concurrency", 1) ?? options.Concurrency,
            Queue = NumberOf(configuration, "Queue", 0) ?? options.Queue,
            Timeout = TimeOf(configuration) ?? options.Timeout,
        };
    }

    private static List<string> ListOf(string? text) =>
        [.. (text ?? "").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static int? NumberOf(IConfiguration configuration, string name, int least) =>
        configuration[Section + name] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new UsageException($"{Section}{name} is a whole number from {least}, not '{TerminalText.Line(text)}'.");

    private static TimeSpan? TimeOf(IConfiguration configuration) =>
        configuration[Section + "Timeout"] is not { Length: > 0 } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400 ? TimeSpan.FromSeconds(seconds)
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? time
        : throw new UsageException($"{Section}Timeout is a number of seconds or a time such as 00:02:00, not '{TerminalText.Line(text)}'.");

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
