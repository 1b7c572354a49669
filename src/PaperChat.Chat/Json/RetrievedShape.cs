using PaperChat.Retrieval;

namespace PaperChat.Chat.Json;

internal sealed record RetrievedShape(int Rank, string Id, string Title, double Score)
{
    public static RetrievedShape Of(RetrievedPaper retrieved) =>
        new(retrieved.Rank, retrieved.Paper.Id.Value, retrieved.Paper.Title, WireNames.Score(retrieved.Score));
}
