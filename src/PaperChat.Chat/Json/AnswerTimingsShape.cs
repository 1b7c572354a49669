using PaperChat.Answering;

namespace PaperChat.Chat.Json;

internal sealed record AnswerTimingsShape(double RetrieveMs, double AnswerMs, double TotalMs)
{
    public static AnswerTimingsShape Of(AnswerTimings timings) => new(
        WireNames.Milliseconds(timings.Retrieve),
        WireNames.Milliseconds(timings.Answer),
        WireNames.Milliseconds(timings.Total));
}
