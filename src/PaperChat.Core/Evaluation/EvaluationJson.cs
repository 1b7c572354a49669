using System.Text.Json.Serialization;

namespace PaperChat.Evaluation;

/// <summary>How evaluation results are written as JSON: camelCase, absent when unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RetrievalResult))]
[JsonSerializable(typeof(RunComparison))]
[JsonSerializable(typeof(AnswerEvaluationResult))]
[JsonSerializable(typeof(HeldOutResult))]
[JsonSerializable(typeof(EvidenceSelectionResult))]
[JsonSerializable(typeof(VerificationResult))]
[JsonSerializable(typeof(FigureScore[]))]
[JsonSerializable(typeof(IReadOnlyList<Baseline>))]
[JsonSerializable(typeof(IReadOnlyList<BaselineCheck>))]
public sealed partial class EvaluationJson : JsonSerializerContext;
