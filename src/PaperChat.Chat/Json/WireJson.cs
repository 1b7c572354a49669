using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperChat.Chat.Json.Events;

namespace PaperChat.Chat.Json;

/// <summary>The serialisers of all shapes, generated at build time so that a short command does not pay for reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerShape))]
[JsonSerializable(typeof(SearchShape))]
[JsonSerializable(typeof(ErrorShape))]
[JsonSerializable(typeof(PaperShape))]
[JsonSerializable(typeof(PaperRecordsShape))]
[JsonSerializable(typeof(RemovedShape))]
[JsonSerializable(typeof(VerifiedShape))]
[JsonSerializable(typeof(MaintainedShape))]
[JsonSerializable(typeof(CopiedShape))]
[JsonSerializable(typeof(LibraryStatsShape))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(ModelsShape))]
[JsonSerializable(typeof(BibliographyShape))]
[JsonSerializable(typeof(ComparisonShape))]
[JsonSerializable(typeof(ReviewShape))]
[JsonSerializable(typeof(ReviewDraftShape))]
[JsonSerializable(typeof(DraftCheckShape))]
[JsonSerializable(typeof(ConversationShape))]
[JsonSerializable(typeof(AskRequestShape))]
[JsonSerializable(typeof(SearchRequestShape))]
[JsonSerializable(typeof(ProblemShape))]
[JsonSerializable(typeof(DaysShape))]
[JsonSerializable(typeof(DayShape))]
[JsonSerializable(typeof(PapersShape))]
[JsonSerializable(typeof(HealthShape))]
[JsonSerializable(typeof(ExamplesShape))]
[JsonSerializable(typeof(ListeningShape))]
[JsonSerializable(typeof(EvidenceEventShape))]
[JsonSerializable(typeof(TextEventShape))]
[JsonSerializable(typeof(SentenceEventShape))]
[JsonSerializable(typeof(FailedEventShape))]
[JsonSerializable(typeof(EmptyEventShape))]
[JsonSerializable(typeof(NewKeyShape))]
[JsonSerializable(typeof(CompareRequestShape))]
[JsonSerializable(typeof(CiteRequestShape))]
[JsonSerializable(typeof(CitedShape))]
[JsonSerializable(typeof(ReviewRequestShape))]
[JsonSerializable(typeof(ReviewedShape))]
[JsonSerializable(typeof(StageEventShape))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay readable; control characters are escaped all the same.</summary>
    public static WireJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
