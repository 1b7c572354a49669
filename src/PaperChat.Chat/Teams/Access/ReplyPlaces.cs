using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Access;

/// <summary>
/// Where answers may go. They carry the bot's own token and what the library says: an activity that names another place would have both
/// sent to it.
/// </summary>
internal sealed class ReplyPlaces(TeamsOptions options)
{
    /// <exception cref="AccessDeniedException">The sender may not have answers sent there, or speaks for another channel or tenant.</exception>
    public void Check(Caller caller, Activity activity)
    {
        if (!MayAnswer(caller, activity.ServiceUrl))
        {
            throw new AccessDeniedException("The activity's serviceUrl is neither the one that its token names nor in Teams:ServiceUrls.");
        }

        if (caller.Channels is { } channels && !channels.Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            throw new AccessDeniedException("The token's key does not stand for the activity's channel.");
        }

        if (options.Tenant is { } own && activity.Tenant is { } tenant && !tenant.Equals(own, StringComparison.OrdinalIgnoreCase))
        {
            throw new AccessDeniedException("The activity comes from another tenant than Teams:Tenant.");
        }
    }

    private bool MayAnswer(Caller caller, string url) =>
        caller.ServiceUrl is { } named ? named.Equals(url, StringComparison.OrdinalIgnoreCase) && (ServiceUrl.IsEncrypted(url) || IsListed(url))
        : IsListed(url) || (options.AllowsAnonymous && ServiceUrl.IsLoopback(url));

    private bool IsListed(string url) => options.ServiceUrls.Contains(url, StringComparer.OrdinalIgnoreCase);
}
