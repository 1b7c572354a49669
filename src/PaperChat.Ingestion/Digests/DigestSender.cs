using Microsoft.Extensions.Logging;
using PaperChat.Hosting.Teams;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Digests;

/// <summary>
/// Sends the digests of the outbox. What is not taken is tried again after a growing while, for about three days; what is refused for good is
/// given up at once.
/// </summary>
/// <param name="outbox">The digests.</param>
/// <param name="subscriptions">Whose they are.</param>
/// <param name="mail">Writes messages; null where no mail server is configured.</param>
/// <param name="send">Sends them.</param>
/// <param name="teams">Sends to conversations of Teams; null where no bot is configured.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Is told what was sent, and what was not.</param>
internal sealed class DigestSender(Outbox outbox, SubscriptionStore subscriptions, DigestMail? mail, SendMail send, SendToTeams? teams, TimeProvider time, ILogger logger)
{
    // With the waits between them three days; time in which nobody watched does not count.
    private const int MostAttempts = 25;

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        foreach (var digest in outbox.Due(time.GetUtcNow()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (subscriptions.Find(digest.Subscription) is { } subscription && outbox.BeginSending(digest))
            {
                await SendAsync(subscription, digest with { Attempts = digest.Attempts + 1 }, cancellationToken);
            }
        }
    }

    private async Task SendAsync(Subscription subscription, OutgoingDigest digest, CancellationToken cancellationToken)
    {
        var reader = subscription.Delivery.Redacted;
        try
        {
            await DeliverAsync(subscription, digest, cancellationToken);
        }
        catch (PaperChatException exception)
        {
            var due = time.GetUtcNow() + BackOff.After(digest.Attempts);
            var isOver = IsFinal(exception) || digest.Attempts >= MostAttempts;
            outbox.FailSending(digest, exception.Message, isOver ? null : due);
            if (isOver)
            {
                WatchLog.DigestGivenUp(logger, subscription.Id, reader, digest.Attempts, exception.Message);
            }
            else
            {
                WatchLog.DigestPutOff(logger, subscription.Id, reader, digest.Attempts, due, exception.Message);
            }

            return;
        }

        outbox.EndSending(digest, keepsText: subscription.Delivery.Channel == DeliveryChannel.File, time.GetUtcNow());
        WatchLog.DigestSent(logger, subscription.Id, digest.Period, reader);
    }

    // The connector refuses a bot that was taken out with 403 or 404; what it calls wrong or too large stays so.
    private static bool IsFinal(PaperChatException exception) => exception is MailException { IsFinal: true } or ConnectorException { Status: 400 or 403 or 404 or 413 };

    private Task DeliverAsync(Subscription subscription, OutgoingDigest digest, CancellationToken cancellationToken)
    {
        if (subscription.Delivery.Channel == DeliveryChannel.File)
        {
            return DigestFile.WriteAsync(subscription.Delivery.Address, subscription.Id, subscription.Text, outbox.Shelf(subscription.Id, digest.Period), cancellationToken);
        }

        if (subscription.Delivery.Channel == DeliveryChannel.Teams)
        {
            var content = digest.Content ?? throw new ArgumentException("It was sent already.", nameof(digest));
            return teams is null
                ? throw new PaperChatException("No bot of Teams is configured: set Teams:AppId and Teams:AppSecret.", isTransient: true)
                : teams(subscription.Delivery.Address, DigestTeamsText.Write(DigestPage.Of(content, digest.Period)), cancellationToken);
        }

        return mail is null
            ? throw new PaperChatException("No mail server is configured: set Mail:Host and Mail:From.", isTransient: true)
            : send(mail.Write(subscription, digest), cancellationToken);
    }
}
