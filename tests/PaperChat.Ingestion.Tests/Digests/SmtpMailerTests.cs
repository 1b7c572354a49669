using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using MimeKit;
using PaperChat.Ingestion.Digests;
using PaperChat.TestSupport.Mail;

namespace PaperChat.Ingestion.Tests.Digests;

public sealed class SmtpMailerTests
{
    private const string Password = "open-sesame-4711";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_over_an_encrypted_connection_with_user_and_password()
    {
        var certificate = MakeCertificate();
        await using var server = new SmtpServer { Certificate = certificate, Login = "papers\0" + Password };

        await new SmtpMailer(Settings(server) with { User = "papers", Password = Password }, (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint).SendAsync(Message(), Token);

        var mail = Assert.Single(server.Received);
        Assert.Equal(("papers@example.org", "reader@example.org", true, "papers"), (mail.From, Assert.Single(mail.Recipients), mail.IsEncrypted, mail.User));
        Assert.Contains("Subject: What is new", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_nothing()
    {
        await using var server = new SmtpServer();

        await ExpectFailureAsync(server, Settings(server), isFinal: false, "Mail:Security");

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_with_a_certificate_that_nobody_vouches_for_gets_nothing()
    {
        await using var server = new SmtpServer { Certificate = MakeCertificate() };

        await ExpectFailureAsync(server, Settings(server), isFinal: false, "certificate");

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_the_password()
    {
        await using var server = new SmtpServer { Login = "papers\0other" };

        var failure = await ExpectFailureAsync(server, Plain(server) with { User = "papers", Password = Password }, isFinal: false, "Mail:Password");

        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "550 no such reader@example.org", true)]
    [InlineData("RCPT", "450 later, reader@example.org", false)]
    [InlineData(".", "554 not this", true)]
    [InlineData(".", "451 not now", false)]
    [InlineData("MAIL", "421 closing", false)]
    public async Task What_the_server_refuses_for_good_is_told_from_what_it_puts_off(string command, string answer, bool isFinal)
    {
        await using var server = new SmtpServer { Instead = line => line.StartsWith(command, StringComparison.Ordinal) ? answer : null };

        var failure = await ExpectFailureAsync(server, Plain(server), isFinal, answer[..3]);

        Assert.DoesNotContain("reader", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_later()
    {
        MailSettings settings;
        await using (var server = new SmtpServer())
        {
            settings = Plain(server);
        }

        var failure = await Assert.ThrowsAsync<MailException>(() => new SmtpMailer(settings).SendAsync(Message(), Token));

        Assert.False(failure.IsFinal);
    }

    private static async Task<MailException> ExpectFailureAsync(SmtpServer server, MailSettings settings, bool isFinal, string word)
    {
        var failure = await Assert.ThrowsAsync<MailException>(() => new SmtpMailer(settings).SendAsync(Message(), Token));
        Assert.Equal(isFinal, failure.IsFinal);
        Assert.Contains(word, failure.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, server.Port);
        return failure;
    }

    private static MailSettings Settings(SmtpServer server) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = SecureSocketOptions.StartTls,
        From = new MailboxAddress("PaperChat", "papers@example.org"),
    };

    private static MailSettings Plain(SmtpServer server) => Settings(server) with { Security = SecureSocketOptions.None };

    private static MimeMessage Message()
    {
        var message = new MimeMessage { Subject = "What is new", Body = new TextPart("plain") { Text = "A paper." } };
        message.From.Add(new MailboxAddress("PaperChat", "papers@example.org"));
        message.To.Add(new MailboxAddress("", "reader@example.org"));
        return message;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
