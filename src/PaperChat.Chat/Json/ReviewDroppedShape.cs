namespace PaperChat.Chat.Json;

internal sealed record ReviewDroppedShape(string Section, string Text, IReadOnlyList<string> Papers, IReadOnlyList<SentenceFailureShape> Failures);
