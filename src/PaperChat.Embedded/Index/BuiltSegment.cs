namespace PaperChat.Embedded.Index;

/// <summary>
/// A segment file that was written; <paramref name="Tickets"/> holds the ticket of each of its papers, in their order, and
/// <paramref name="WithoutVectors"/> says how many of its documents have none because the model failed.
/// </summary>
internal sealed record BuiltSegment(long Number, IReadOnlyList<int> Tickets, int WithoutVectors);
