namespace PaperChat.Ingestion.Subscriptions;

/// <summary>How often a reader wants to hear; at which hour and day is in the configuration.</summary>
internal enum Cadence
{
    Daily = 0,
    Weekly = 1,
}
