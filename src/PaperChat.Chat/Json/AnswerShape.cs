using System.Text.Json;
using PaperChat.Answering;

namespace PaperChat.Chat.Json;

/// <summary>What <c>ask --json</c> writes.</summary>
internal sealed record AnswerShape
{
    /// <summary>The caller's own id of a batch line, string or number, given back as it came.</summary>
    public JsonElement? Id { get; init; }

    public required string Question { get; init; }

    public string? UnderstoodAs { get; init; }

    public required bool Answered { get; init; }

    public required string Mode { get; init; }

    public required bool Complete { get; init; }

    public string? Reason { get; init; }

    public required string Answer { get; init; }

    public required double Confidence { get; init; }

    public string? StandsOn { get; init; }

    public required IReadOnlyList<SentenceShape> Sentences { get; init; }

    /// <summary>Sentences that no source supports, taken out or marked.</summary>
    public required int Unsupported { get; init; }

    public required IReadOnlyList<CitationShape> Citations { get; init; }

    public required IReadOnlyList<RetrievedShape> Retrieved { get; init; }

    public IReadOnlyList<string>? Closest { get; init; }

    public ModelShape? Model { get; init; }

    public DeepShape? Deep { get; init; }

    public FallbackShape? Fallback { get; init; }

    public required AnswerTimingsShape Timings { get; init; }

    public static AnswerShape Of(Answer answer, JsonElement? id)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerShape
        {
            Id = id,
            Question = answer.Question,
            UnderstoodAs = answer.UnderstoodAs,
            Answered = answer.Answered,
            Mode = WireNames.Of(answer.Mode),
            Complete = answer.Complete,
            Reason = answer.Reason,
            Answer = answer.Text,
            Confidence = Math.Clamp(WireNames.Score(answer.Confidence), 0, 1),
            StandsOn = answer.StandsOn,
            Sentences = [.. answer.Sentences.Select(SentenceShape.Of)],
            Unsupported = answer.Unsupported,
            Citations = [.. answer.Citations.Select(CitationShape.Of)],
            Retrieved = [.. answer.Retrieved.Select(RetrievedShape.Of)],
            Closest = answer.Answered ? null : [.. answer.Closest.Select(c => c.Value)],
            Model = answer.Model is { } model ? ModelShape.Of(model) : null,
            Deep = answer.Deep is { } deep ? DeepShape.Of(deep) : null,
            Fallback = answer.Fallback is { } fallback ? new FallbackShape(fallback.Code, fallback.Message) : null,
            Timings = AnswerTimingsShape.Of(answer.Timings),
        };
    }
}
