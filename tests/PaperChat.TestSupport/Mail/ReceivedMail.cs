namespace PaperChat.TestSupport.Mail;

/// <summary>A message as a mail server took it: envelope, text, and whether the connection was encrypted and whose it was.</summary>
public sealed record ReceivedMail(string From, IReadOnlyList<string> Recipients, string Text, bool IsEncrypted, string? User);
