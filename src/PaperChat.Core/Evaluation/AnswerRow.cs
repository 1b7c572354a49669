using System.Text.Json.Serialization;

namespace PaperChat.Evaluation;

/// <summary>How one question was answered. Figures that do not apply to it are null.</summary>
public sealed record AnswerRow
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Question { get; init; }

    /// <summary>False when the question has no gold papers, so that a refusal is right.</summary>
    public required bool Answerable { get; init; }

    public required bool Answered { get; init; }

    /// <summary>Why it was refused, or the code of the failure.</summary>
    public string? Reason { get; init; }

    /// <summary>True when it broke off with a failure; then it is neither answered nor refused.</summary>
    public required bool Failed { get; init; }

    public required double Confidence { get; init; }

    /// <summary>
    /// Unanswerable: it was refused. Else: it was answered, and the answer holds all required facts, or, for a question without
    /// any, cites a gold paper.
    /// </summary>
    public required bool Correct { get; init; }

    /// <summary>Whether every gold paper is among the first five retrieved.</summary>
    [JsonPropertyName("allGold@5")]
    public bool? AllGoldAt5 { get; init; }

    /// <summary>Share of the gold papers among the first five retrieved.</summary>
    [JsonPropertyName("recall@5")]
    public double? RecallAt5 { get; init; }

    [JsonPropertyName("recall@10")]
    public double? RecallAt10 { get; init; }

    /// <summary>Whether the answer holds an alternative of every group of required facts.</summary>
    public bool? FactsFound { get; init; }

    public IReadOnlyList<IReadOnlyList<string>>? MissingFacts { get; init; }

    /// <summary>Papers cited, without the borderline ones, which count neither way.</summary>
    public required int CitedPapers { get; init; }

    public required int CitedGold { get; init; }

    public required int Quotes { get; init; }

    /// <summary>Quotes that are the library's text at their offsets, character for character.</summary>
    public required int ExactQuotes { get; init; }

    /// <summary>Gold passages, and how many of them stand within what is quoted from one paper.</summary>
    public required int Evidence { get; init; }

    public required int EvidenceCovered { get; init; }

    /// <summary>Words of the answer without its citations; null when it was not answered.</summary>
    public int? Words { get; init; }

    /// <summary>Gold titles that no paper of the library has.</summary>
    public IReadOnlyList<string>? MissingGold { get; init; }

    public required string Answer { get; init; }

    /// <summary>Ids of the first ten papers retrieved.</summary>
    public required IReadOnlyList<string> Retrieved { get; init; }

    public required double RetrieveMs { get; init; }

    public required double TotalMs { get; init; }
}
