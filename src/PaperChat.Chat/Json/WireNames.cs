using PaperChat.Answering;
using PaperChat.Models.Remote;
using PaperChat.Papers;

namespace PaperChat.Chat.Json;

/// <summary>The words and units that stand in JSON for enumerations and durations.</summary>
internal static class WireNames
{
    public static string Of(PaperKind kind) => kind switch
    {
        PaperKind.Abstract => "abstract",
        PaperKind.Summary => "summary",
        PaperKind.Document => "document",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of paper."),
    };

    /// <summary>Null for a work that stands.</summary>
    public static string? Of(PaperStatus status) => status switch
    {
        PaperStatus.Current => null,
        PaperStatus.Withdrawn => "withdrawn",
        PaperStatus.Retracted => "retracted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status of a paper."),
    };

    public static string Of(PaperField field) => field switch
    {
        PaperField.Title => "title",
        PaperField.Abstract => "abstract",
        PaperField.Body => "body",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };

    public static string Of(AnswerMode mode) => mode switch
    {
        AnswerMode.Extractive => "extractive",
        AnswerMode.Model => "model",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
    };

    public static string Of(ModelProvider provider) => provider switch
    {
        ModelProvider.OpenAI => "openai",
        ModelProvider.AzureOpenAI => "azure",
        ModelProvider.Ollama => "ollama",
        ModelProvider.Compatible => "compatible",
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Unknown provider."),
    };

    public static string Of(SentenceVerdict verdict) => verdict switch
    {
        SentenceVerdict.Verbatim => "verbatim",
        SentenceVerdict.Supported => "supported",
        SentenceVerdict.Unsupported => "unsupported",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    /// <summary>Milliseconds, to the microsecond.</summary>
    public static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);

    /// <summary>JSON has no word for what is not a finite number; a score that is none counts as 0.</summary>
    public static double Score(double score) => double.IsFinite(score) ? Math.Round(score, 6) : 0;
}
