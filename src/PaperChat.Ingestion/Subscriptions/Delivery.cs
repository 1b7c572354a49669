using PaperChat.Hosting;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>Where digests go: an e-mail address, the full path of a file, or the key of a conversation of Teams.</summary>
internal sealed record Delivery(DeliveryChannel Channel, string Address)
{
    /// <summary>For lists and logs. An address belongs to a person: of it only the first letter and the domain's ending are told.</summary>
    public string Redacted => Channel switch
    {
        DeliveryChannel.Email => EmailAddress.Redact(Address),
        DeliveryChannel.Teams => $"Teams {TerminalText.Line(Address)}",
        _ => TerminalText.Line(Address),
    };
}
