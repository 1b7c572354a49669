using PaperChat.Verification;

namespace PaperChat.Evaluation;

/// <summary>How one sentence was judged. <see cref="Found"/> is how many of the papers it cites are in the library.</summary>
public sealed record VerificationRow
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required bool IsSupported { get; init; }

    /// <summary><c>verbatim</c>, <c>supported</c> or <c>unsupported</c>.</summary>
    public required string Verdict { get; init; }

    public required double Score { get; init; }

    public required int Found { get; init; }

    public required IReadOnlyList<CheckFailure> Failures { get; init; }

    /// <summary>True for a corrupted sentence that was flagged and a true one that was not.</summary>
    public bool IsRight => IsSupported != IsFlagged;

    public bool IsFlagged => Verdict == "unsupported";
}
