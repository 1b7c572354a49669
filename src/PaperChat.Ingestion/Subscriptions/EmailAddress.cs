using MimeKit;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>Addresses of e-mail, as people type them.</summary>
internal static class EmailAddress
{
    // RFC 5321, 4.5.3.1: the longest path, without its brackets.
    private const int MaxLength = 254;

    /// <summary>The address alone, without a name.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isOne = MailboxAddress.TryParse(text.Trim(), out var mailbox) && string.IsNullOrEmpty(mailbox.Name) && mailbox.Address.Length <= MaxLength
            && mailbox.Address == text.Trim() && mailbox.Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < mailbox.Address.Length - 1
            && !mailbox.Address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
        return isOne ? mailbox!.Address : throw new UsageException($"--email takes an address such as reader@example.org, not '{TerminalText.Line(text)}'.");
    }

    /// <summary>Enough to know one's own address again: <c>r…@….org</c>.</summary>
    public static string Redact(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var dot = address.LastIndexOf('.');
        return address.Length == 0 ? "" : $"{address[0]}…@…{(dot > address.IndexOf('@', StringComparison.Ordinal) ? address[dot..] : "")}";
    }
}
