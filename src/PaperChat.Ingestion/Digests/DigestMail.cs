using System.Globalization;
using MimeKit;
using MimeKit.Text;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Digests;

/// <summary>
/// A digest as a message with a text and an HTML part. Made again, it is the same one under the same Message-ID, so that a mailbox that
/// got it twice (the process was stopped before it heard that it was taken) can tell.
/// </summary>
internal sealed class DigestMail(MailboxAddress from, Uri unsubscribe, UnsubscribeToken token)
{
    /// <summary>The address that ends a subscription.</summary>
    public string UnsubscribeUrl(string subscription) => new Uri(unsubscribe, "unsubscribe/" + token.Make(subscription)).AbsoluteUri;

    public MimeMessage Write(Subscription subscription, OutgoingDigest digest)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(digest);
        var page = DigestPage.Of(digest.Content ?? throw new ArgumentException("It was sent already.", nameof(digest)), digest.Period);
        var url = UnsubscribeUrl(subscription.Id);
        var name = string.Create(CultureInfo.InvariantCulture, $"{subscription.Id}.{digest.Period.ToUniversalTime():yyyyMMdd'T'HHmmss'Z'}");
        var message = new MimeMessage
        {
            Subject = page.Title,
            Date = digest.Composed,
            MessageId = $"paperchat.{name}@{from.Domain}",
            Body = new MultipartAlternative
            {
                Part(TextFormat.Plain, DigestText.Write(page, url)),
                Part(TextFormat.Html, DigestHtml.WritePage(page.Title, [page], url)),
            },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", subscription.Delivery.Address));
        ((Multipart)message.Body).Boundary = $"=-paperchat-{name}";

        // RFC 8058: programs for mail end the subscription by one POST, without showing a page. RFC 2919 and 3834: a list, written by no person.
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{url}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.ListId, $"<{subscription.Id}.paperchat.{from.Domain}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText("utf-8", text);
        return part;
    }
}
