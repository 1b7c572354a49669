using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace PaperChat.Hosting.Teams;

/// <summary>The bot's registration, whom it believes and where its conversations are kept; section <c>Teams</c> of the configuration.</summary>
internal sealed record TeamsOptions
{
    public const string DefaultConnectorMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public const string DefaultLogin = "https://login.microsoftonline.com";

    private const string Section = "Teams:";

    /// <summary><c>Teams:AppId</c>: the client id of the bot's registration; empty in anonymous development.</summary>
    public string AppId { get; init; } = "";

    /// <summary><c>Teams:AppSecret</c>: its client secret.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary><c>Teams:Tenant</c>: the id of the directory of a single-tenant bot; activities of others are refused. Null for a bot of all tenants.</summary>
    public string? Tenant { get; init; }

    /// <summary><c>Teams:AllowAnonymous</c>: takes activities without a token, from this machine alone; for trying it with the Playground.</summary>
    public bool AllowsAnonymous { get; init; }

    /// <summary><c>Teams:ServiceUrls</c>: where answers may go when no token names the place, separated by commas.</summary>
    public IReadOnlyList<string> ServiceUrls { get; init; } = [];

    /// <summary><c>Teams:Callers</c>: client ids, beside the bot's own, whose Entra tokens are taken, separated by commas.</summary>
    public IReadOnlyList<string> Callers { get; init; } = [];

    /// <summary><c>Teams:ConnectorMetadata</c>: OpenID metadata of the Bot Connector.</summary>
    public string ConnectorMetadata { get; init; } = DefaultConnectorMetadata;

    /// <summary><c>Teams:Login</c>: the authority of Entra tokens, incoming and outgoing.</summary>
    public string Login { get; init; } = DefaultLogin;

    /// <summary><c>Teams:Folder</c>: where conversations are kept; two servers may share it.</summary>
    public required string Folder { get; init; }

    /// <summary><c>Teams:Concurrency</c>: messages worked on at once.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary><c>Teams:Queue</c>: messages that are worked on or wait; more are refused.</summary>
    public int Queue { get; init; } = 256;

    /// <summary><c>Teams:Timeout</c>: the longest that one call of the connector may take, in seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The settings; null where none of them switches the bot on.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="isLoopback">Whether only this machine reaches the server.</param>
    /// <param name="dataFolder">The platform's folder for a user's local data; null without one.</param>
    /// <exception cref="UsageException">A setting is missing or makes no sense, or strangers could speak to the bot.</exception>
    public static TeamsOptions? Read(IConfiguration configuration, bool isLoopback, string? dataFolder)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string Text(string name, string usual = "") => configuration[Section + name] is { Length: > 0 } text ? text.Trim() : usual;
        var anonymous = Text("AllowAnonymous") is { Length: > 0 } said && (bool.TryParse(said, out var allowed) ? allowed : throw Wrong("AllowAnonymous", "true or false", said));
        if (Text("AppId").Length == 0 && !anonymous)
        {
            return null;
        }

        Check(Text("AppId"), Text("AppSecret"), anonymous, isLoopback);
        return new TeamsOptions
        {
            AppId = Text("AppId"),
            AppSecret = Text("AppSecret"),
            Tenant = Text("Tenant") is { Length: > 0 } tenant ? CheckTenant(tenant) : null,
            AllowsAnonymous = anonymous,
            ServiceUrls = [.. ListOf(Text("ServiceUrls")).Select(url => ServiceUrl.TryParse(url, out var parsed) ? parsed : throw Wrong("ServiceUrls", "addresses such as https://smba.trafficmanager.net/teams/", url))],
            Callers = ListOf(Text("Callers")),
            ConnectorMetadata = Address("ConnectorMetadata", Text("ConnectorMetadata", DefaultConnectorMetadata)),
            Login = Address("Login", Text("Login", DefaultLogin)).TrimEnd('/'),
            Folder = FolderOf(Text("Folder"), dataFolder),
            Concurrency = Number("Concurrency", Text("Concurrency", "8")),
            Queue = Number("Queue", Text("Queue", "256")),
            Timeout = TimeSpan.FromSeconds(Number("Timeout", Text("Timeout", "15"))),
        };
    }

    private static void Check(string appId, string secret, bool anonymous, bool isLoopback)
    {
        if (anonymous && !isLoopback)
        {
            throw new UsageException("Teams:AllowAnonymous lets anybody speak to the bot, and other machines reach this address: listen on http://localhost:3978, or set Teams:AppId and Teams:AppSecret instead.");
        }

        if (anonymous && appId.Length > 0)
        {
            throw new UsageException("Teams:AllowAnonymous is for a bot without a registration; take it away, or Teams:AppId.");
        }

        if (!anonymous && secret.Length == 0)
        {
            throw new UsageException("Teams:AppId needs Teams:AppSecret, the client secret of the bot's registration; docs/teams.md says where it comes from.");
        }
    }

    private static string FolderOf(string folder, string? dataFolder) =>
        folder.Length > 0 ? Path.GetFullPath(folder)
        : dataFolder is not null ? Path.Combine(dataFolder, "PaperChat", "teams")
        : throw new UsageException("There is no local application data folder for the conversations; name a folder with Teams:Folder.");

    // Tokens and activities name a directory by its id: a domain would match none of them.
    private static string CheckTenant(string tenant) =>
        Guid.TryParseExact(tenant, "D", out var id) ? id.ToString("D") : throw Wrong("Tenant", "the id of a directory, such as 11111111-2222-3333-4444-555555555555, and not its domain", tenant);

    private static string Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)))
            ? text : throw Wrong(name, "an https address", text);

    private static bool IsLoopback(Uri uri) => uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100_000 ? number : throw Wrong(name, "a whole number from 1", text);

    private static string[] ListOf(string text) => text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static UsageException Wrong(string name, string wanted, string text) => new($"{Section}{name} is {wanted}, not '{TerminalText.Line(text)}'.");
}
