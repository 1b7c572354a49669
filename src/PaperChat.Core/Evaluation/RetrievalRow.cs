using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaperChat.Evaluation;

/// <summary>The figures of one query.</summary>
public sealed record RetrievalRow : RetrievalMetrics
{
    [JsonConstructor]
    public RetrievalRow()
    {
    }

    [SetsRequiredMembers]
    public RetrievalRow(string id, RetrievalMetrics metrics)
        : base(metrics) => Id = id;

    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }
}
