using System.Globalization;
using System.Net;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Digests;

/// <summary>The mail server and the sender; section <c>Mail</c> of the configuration. The password is in no message and no log.</summary>
internal sealed record MailSettings
{
    private const string Section = "Mail:";
    private const int UsualPort = 587;

    /// <summary><c>Mail:Host</c></summary>
    public required string Host { get; init; }

    /// <summary><c>Mail:Port</c>; 587 without it.</summary>
    public required int Port { get; init; }

    /// <summary><c>Mail:Security</c>: <c>starttls</c> (required, the usual), <c>tls</c> from the first byte, or <c>none</c>.</summary>
    public required SecureSocketOptions Security { get; init; }

    /// <summary><c>Mail:User</c>; null for a server that wants none.</summary>
    public string? User { get; init; }

    /// <summary><c>Mail:Password</c></summary>
    public string? Password { get; init; }

    /// <summary><c>Mail:From</c>: the sender, such as <c>PaperChat &lt;papers@example.org&gt;</c>.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>The settings; null where no server is named.</summary>
    /// <exception cref="UsageException">A setting makes no sense, or a password would travel in the open.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[Section + "Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var settings = new MailSettings
        {
            Host = host,
            Port = PortOf(configuration[Section + "Port"]),
            Security = SecurityOf(configuration[Section + "Security"]),
            User = configuration[Section + "User"] is { Length: > 0 } user ? user : null,
            Password = configuration[Section + "Password"],
            From = FromOf(configuration[Section + "From"]),
        };
        return settings is { User: not null, Security: SecureSocketOptions.None } && !IsLoopback(host)
            ? throw new UsageException($"{Section}Security is none, and {Section}User is set: the password would travel in the open. Use starttls or tls.")
            : settings;
    }

    private static int PortOf(string? text) => string.IsNullOrEmpty(text) ? UsualPort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port
        : throw new UsageException($"{Section}Port is a port such as 587, not '{TerminalText.Line(text)}'.");

    private static SecureSocketOptions SecurityOf(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => throw new UsageException($"{Section}Security is starttls, tls or none, not '{TerminalText.Line(text)}'."),
    };

    private static MailboxAddress FromOf(string? text) => MailboxAddress.TryParse(text ?? "", out var from) && from.Address.Contains('@', StringComparison.Ordinal)
        ? from
        : throw new UsageException($"{Section}From is the sender of digests, such as PaperChat <papers@example.org>, not '{TerminalText.Line(text)}'.");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
