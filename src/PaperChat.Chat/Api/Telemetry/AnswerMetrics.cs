using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using PaperChat.Answering;
using PaperChat.Chat.Json;

namespace PaperChat.Chat.Api.Telemetry;

/// <summary>What became of questions: how many were answered and refused, by what, and how long it took.</summary>
internal static class AnswerMetrics
{
    private static readonly Counter<long> Answers = ServeTelemetry.Meter.CreateCounter<long>("paperchat.answers", "{answer}", "Answers and refusals");
    private static readonly Histogram<double> Retrieve = ServeTelemetry.Meter.CreateHistogram<double>("paperchat.retrieve.duration", "s", "Time to find the evidence");
    private static readonly Histogram<double> Total = ServeTelemetry.Meter.CreateHistogram<double>("paperchat.answer.duration", "s", "Time to the end of an answer");

    /// <summary>The same events; the last one is counted on its way.</summary>
    public static async IAsyncEnumerable<AnswerEvent> Recorded(this IAsyncEnumerable<AnswerEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            if (happened is AnswerCompleted completed)
            {
                Record(completed.Answer);
            }

            yield return happened;
        }
    }

    private static void Record(Answer answer)
    {
        var mode = new KeyValuePair<string, object?>("paperchat.mode", WireNames.Of(answer.Mode));
        Answers.Add(1, mode, new("paperchat.answered", answer.Answered));
        Retrieve.Record(answer.Timings.Retrieve.TotalSeconds, mode);
        Total.Record(answer.Timings.Total.TotalSeconds, mode);
        Activity.Current?.SetTag("paperchat.mode", mode.Value).SetTag("paperchat.answered", answer.Answered)
            .SetTag("paperchat.confidence", answer.Confidence).SetTag("paperchat.retrieve.ms", answer.Timings.Retrieve.TotalMilliseconds);
    }
}
