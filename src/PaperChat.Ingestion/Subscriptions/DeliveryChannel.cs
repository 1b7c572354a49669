namespace PaperChat.Ingestion.Subscriptions;

/// <summary>How digests reach a reader.</summary>
internal enum DeliveryChannel
{
    Email = 0,

    /// <summary>A file in Markdown, HTML or Atom, by its ending; the latest digests stand in it, the newest first.</summary>
    File = 1,

    /// <summary>A conversation of Microsoft Teams that the bot is in, by its key.</summary>
    Teams = 2,
}
