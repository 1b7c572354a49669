using MimeKit;

namespace PaperChat.Ingestion.Digests;

/// <summary>Hands a message to a mail server.</summary>
/// <exception cref="MailException">It was not taken.</exception>
internal delegate Task SendMail(MimeMessage message, CancellationToken cancellationToken);
