namespace PaperChat.Ingestion.Digests;

/// <summary>A message was not taken; <see cref="IsFinal"/> where the server will never take it.</summary>
internal sealed class MailException(string message, bool isFinal, Exception? inner = null) : PaperChatException(message, inner, isTransient: !isFinal)
{
    public bool IsFinal => isFinal;
}
