namespace PaperChat.Chat.Json;

internal sealed record ReviewSentenceShape(
    int N, string Section, string Text, IReadOnlyList<string> Citations, string Verdict, IReadOnlyList<ReviewSpanShape> Spans);
