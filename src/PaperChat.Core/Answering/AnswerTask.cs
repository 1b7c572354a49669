using PaperChat.Evidence;

namespace PaperChat.Answering;

/// <summary>What a writer is given: the question as it stands by itself, the turns before, and the evidence with its keys.</summary>
public sealed record AnswerTask(Question Question, EvidenceSet Evidence)
{
    /// <summary>Where a writer looks further for evidence; null where it may not.</summary>
    public AskedLibrary? Library { get; init; }
}
