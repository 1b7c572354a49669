using PaperChat.Library;

namespace PaperChat.Chat.Json;

internal sealed record TermScoreShape(string Term, string Field, int Frequency, double Score)
{
    public static TermScoreShape Of(TermScore term) =>
        new(term.Term, WireNames.Of(term.Field), term.Frequency, WireNames.Score(term.Score));
}
