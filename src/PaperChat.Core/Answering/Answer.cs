using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>A finished answer or refusal, the whole content of <c>ask --json</c>.</summary>
public sealed record Answer
{
    public required string Question { get; init; }

    /// <summary>False for a refusal; then <see cref="Text"/> says why, and <see cref="Closest"/> what comes nearest.</summary>
    public required bool Answered { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>False when the writer was cut off; what is here was verified all the same.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>
    /// Why it was refused or is not complete: <c>no-evidence</c>, <c>not-stated</c>, <c>no-hits</c>, <c>empty-library</c>,
    /// <c>model-cut-off</c>, ...
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Display text, with keys such as [1] before the full stop of the sentence that they support.</summary>
    public required string Text { get; init; }

    /// <summary>0 to 1: how likely the answer holds what was asked.</summary>
    public required double Confidence { get; init; }

    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    public IReadOnlyList<RetrievedPaper> Retrieved { get; init; } = [];

    /// <summary>For a refusal: the papers that come nearest, best first.</summary>
    public IReadOnlyList<PaperId> Closest { get; init; } = [];

    /// <summary>What it stands on, in words: "64 papers, listed up to 28 July".</summary>
    public string? StandsOn { get; init; }

    /// <summary>The question as it was understood, where a model made a follow-up stand by itself.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>Sentences that no source supports, taken out or marked.</summary>
    public int Unsupported => Sentences.Count(s => s.Verdict == SentenceVerdict.Unsupported);

    public ModelUse? Model { get; init; }

    /// <summary>What the deep mode did; null without it.</summary>
    public DeepUse? Deep { get; init; }

    /// <summary>Why a model was to write it and did not; null otherwise.</summary>
    public AnswerFallback? Fallback { get; init; }

    public required AnswerTimings Timings { get; init; }
}
