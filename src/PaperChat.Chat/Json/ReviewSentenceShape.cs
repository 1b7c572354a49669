namespace PaperChat.Chat.Json;

/// <summary>A sentence or cell of a review; <c>Written</c> is true for what a model wrote, and absent otherwise.</summary>
internal sealed record ReviewSentenceShape(
    int N, string Section, string Text, IReadOnlyList<string> Citations, string Verdict, IReadOnlyList<ReviewSpanShape> Spans, bool? Written);
