using PaperChat.Digests;

namespace PaperChat.Ingestion.Digests;

/// <summary>What a digest says: new papers, or what became of an answer; one of the two.</summary>
/// <param name="Papers">The papers, of an interest.</param>
/// <param name="Question">The kept question.</param>
/// <param name="Changes">What became of its answer; at least one change.</param>
internal sealed record DigestContent(Digest? Papers, string? Question = null, IReadOnlyList<AnswerChange>? Changes = null)
{
    /// <summary>The interest or the question.</summary>
    public string Subject => Papers?.Interest ?? Question ?? "";
}
