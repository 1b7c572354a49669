using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaperChat.TestSupport.Mail;

/// <summary>
/// A mail server on a free port of loopback (RFC 5321) that keeps what it takes; with a certificate it offers STARTTLS (RFC 3207), with a
/// user it wants AUTH PLAIN (RFC 4954) over it.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public X509Certificate2? Certificate { get; init; }

    /// <summary>"user\0password" that is let in; null for everybody.</summary>
    public string? Login { get; init; }

    /// <summary>What is answered to a command instead of the usual; null for the usual.</summary>
    public Func<string, string?> Instead { get; set; } = _ => null;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        Certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                sessions.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var session = new Session(client.GetStream());
        try
        {
            await session.WriteAsync("220 mail.test ESMTP", _stop.Token);
            while (await session.ReadLineAsync(_stop.Token) is { } line && await AnswerAsync(session, line))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException)
        {
            // The client left; tests see it by what was received.
        }
    }

    // False ends the session.
    private async Task<bool> AnswerAsync(Session session, string line)
    {
        var verb = line.Split(' ')[0].ToUpperInvariant();
        if (Instead(line) is { } other)
        {
            await session.WriteAsync(other, _stop.Token);
            return !other.StartsWith("421", StringComparison.Ordinal);
        }

        switch (verb)
        {
            case "EHLO":
                var starttls = Certificate is not null && !session.IsEncrypted ? "250-STARTTLS\r\n" : "";
                await session.WriteAsync($"250-mail.test\r\n{starttls}{(Login is null ? "" : "250-AUTH PLAIN\r\n")}250 8BITMIME", _stop.Token);
                return true;
            case "STARTTLS":
                await session.WriteAsync("220 go on", _stop.Token);
                await session.EncryptAsync(Certificate!, _stop.Token);
                return true;
            case "AUTH":
                session.User = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Trim('\0');
                await session.WriteAsync(session.User == Login ? "235 ok" : "535 wrong", _stop.Token);
                return true;
            case "MAIL":
                session.Begin(Address(line));
                await session.WriteAsync(Login is not null && session.User != Login ? "530 who are you" : "250 ok", _stop.Token);
                return true;
            case "RCPT":
                session.Recipients.Add(Address(line));
                await session.WriteAsync("250 ok", _stop.Token);
                return true;
            case "DATA":
                await session.WriteAsync("354 go on", _stop.Token);
                await TakeAsync(session);
                return true;
            case "QUIT":
                await session.WriteAsync("221 bye", _stop.Token);
                return false;
            default:
                await session.WriteAsync("250 ok", _stop.Token);
                return true;
        }
    }

    private async Task TakeAsync(Session session)
    {
        var text = new StringBuilder();
        while (await session.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (Instead(".") is { } refusal)
        {
            await session.WriteAsync(refusal, _stop.Token);
            return;
        }

        _received.Enqueue(new ReceivedMail(session.From, [.. session.Recipients], text.ToString(), session.IsEncrypted, session.User?.Split('\0')[0]));
        await session.WriteAsync("250 taken", _stop.Token);
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private sealed class Session(Stream stream)
    {
        private Stream _stream = stream;

        public bool IsEncrypted { get; private set; }

        public string? User { get; set; }

        public string From { get; private set; } = "";

        public List<string> Recipients { get; } = [];

        public void Begin(string from)
        {
            From = from;
            Recipients.Clear();
        }

        public async Task EncryptAsync(X509Certificate2 certificate, CancellationToken cancellationToken)
        {
            var encrypted = new SslStream(_stream);
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
            _stream = encrypted;
            IsEncrypted = true;
        }

        public async Task WriteAsync(string answer, CancellationToken cancellationToken)
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), cancellationToken);
            await _stream.FlushAsync(cancellationToken);
        }

        public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, cancellationToken) == 1)
            {
                if (one[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(one[0]);
            }

            return null;
        }
    }
}
