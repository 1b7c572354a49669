using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Digests;

/// <summary>Sends messages by SMTP, each over a connection of its own.</summary>
/// <param name="settings">The server.</param>
/// <param name="trust">What decides on the server's certificate; null for the machine's trust.</param>
internal sealed class SmtpMailer(MailSettings settings, RemoteCertificateValidationCallback? trust = null)
{
    private const int TimeoutMilliseconds = 60_000;

    /// <exception cref="MailException">The server did not take the message.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds, CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellationToken);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException exception)
        {
            // What a server says of a recipient may hold the address, and is not for logs; its code says enough.
            var isOfMessage = exception.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted or SmtpErrorCode.SenderNotAccepted;
            throw Failed($"answered {(int)exception.StatusCode} ({What(exception.ErrorCode)})", isOfMessage && (int)exception.StatusCode >= 500, exception);
        }
        catch (AuthenticationException exception)
        {
            throw Failed("did not accept the user and password; check Mail:User and Mail:Password", isFinal: false, exception);
        }
        catch (SslHandshakeException exception)
        {
            throw Failed("has no certificate that this machine trusts, or speaks no TLS on this port; check Mail:Host, Mail:Port and Mail:Security", isFinal: false, exception);
        }
        catch (NotSupportedException exception)
        {
            throw Failed("does not offer what Mail:Security or Mail:User want", isFinal: false, exception);
        }
        catch (Exception exception) when (exception is SocketException or IOException or ProtocolException or TimeoutException or ServiceNotConnectedException)
        {
            throw Failed($"cannot be reached or broke off: {TerminalText.Line(exception.Message)}", isFinal: false, exception);
        }

        await LeaveAsync(client, cancellationToken);
    }

    // The message was taken: that the server says goodbye badly is no failure.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or IOException or ProtocolException or TimeoutException or OperationCanceledException)
        {
            client.Dispose();
        }
    }

    private MailException Failed(string what, bool isFinal, Exception inner) =>
        new($"The mail server {TerminalText.Line(settings.Host)} {what}.", isFinal, inner);

    private static string What(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.RecipientNotAccepted => "the recipient is not accepted",
        SmtpErrorCode.SenderNotAccepted => "the sender is not accepted; check Mail:From",
        SmtpErrorCode.MessageNotAccepted => "the message is not accepted",
        _ => "a command is not accepted",
    };
}
