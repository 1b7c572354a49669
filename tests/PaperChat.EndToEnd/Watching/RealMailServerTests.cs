using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Watching;

/// <summary>A digest as a mail server that others wrote receives it: aiosmtpd, which keeps messages in a Maildir.</summary>
public sealed class RealMailServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_digest_arrives_with_both_forms_and_the_way_to_end_it()
    {
        var port = FreePort();
        await using var server = StartServer(port);
        await WaitForAsync(port);
        await WriteSettingsAsync(port);
        await RunAsync("subscribe", "coral reefs", "--email", "reader@example.org");
        await RunAsync("watch", "--once");
        await File.WriteAllTextAsync(_folder.File("inbox/reefs.jsonl"), """{"id":"n1","title":"Mapping coral reefs – höher","abstract":"We map coral reefs from kites."}""" + "\n", Token);
        while (!Directory.Exists(_folder.File("mail/new")) || Directory.GetFiles(_folder.File("mail/new")).Length == 0)
        {
            await RunAsync("watch", "--once");
        }

        var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(_folder.File("mail/new"))), Token);
        Assert.Equal(("1 new paper on coral reefs", "reader@example.org"), (message.Subject, message.Headers["X-RcptTo"]));
        Assert.Contains("Mapping coral reefs – höher", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("h&#246;her", message.HtmlBody, StringComparison.Ordinal);
        Assert.StartsWith("paperchat.", message.MessageId, StringComparison.Ordinal);
        Assert.Contains("/unsubscribe/", message.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Debian's Python has the package; another one that comes first in PATH may not.
    private ProgramRun StartServer(int port)
    {
        const string Python = "/usr/bin/python3";
        if (!Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd"))
        {
            Assert.Skip("Needs aiosmtpd (Debian package python3-aiosmtpd).");
        }

        try
        {
            return ProgramRun.StartCommand(Python, ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "-c", "aiosmtpd.handlers.Mailbox", _folder.File("mail")]);
        }
        catch (Win32Exception)
        {
            Assert.Skip("Needs Debian's python3.");
            throw;
        }
    }

    private static async Task WaitForAsync(int port)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private async Task WriteSettingsAsync(int port)
    {
        Directory.CreateDirectory(_folder.File("inbox"));
        await File.WriteAllTextAsync(_folder.File("inbox/first.jsonl"), """{"id":"n0","title":"Granite quarries","abstract":"We weigh granite."}""" + "\n", Token);
        var inbox = System.Text.Json.JsonSerializer.Serialize(_folder.File("inbox"));
        await File.WriteAllTextAsync(
            _folder.File("paperchat.json"),
            $$$"""
            {
              "Watch": { "Daily": "* * * * * *", "PublicUrl": "https://papers.example.org", "Sources": { "inbox": { "Read": {{{inbox}}}, "Cron": "* * * * * *" } } },
              "Mail": { "Host": "127.0.0.1", "Port": {{{port}}}, "Security": "none", "From": "PaperChat <papers@example.org>" }
            }
            """,
            Token);
    }

    private async Task RunAsync(params string[] arguments)
    {
        var result = await ProgramRun.RunAsync(ProgramRun.Ingest, [.. arguments, "--library", _folder.File("library"), "--config", _folder.File("paperchat.json")], Token);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
