using PaperChat.Answering;

namespace PaperChat.Chat.Json;

/// <summary>What the deep mode did for an answer.</summary>
internal sealed record DeepShape(IReadOnlyList<string> Searches, IReadOnlyList<ScoredShape> Scored, double Ms, long Tokens)
{
    public static DeepShape Of(DeepUse deep) =>
        new(deep.Searches, [.. deep.Scored.Select(s => new ScoredShape(s.Paper.Value, s.Score, s.Summary))], WireNames.Milliseconds(deep.Time), deep.Tokens);
}
