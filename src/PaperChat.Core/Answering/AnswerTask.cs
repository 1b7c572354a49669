using PaperChat.Evidence;

namespace PaperChat.Answering;

/// <summary>What a writer is given: the question as it stands by itself, the turns before, and the evidence with its keys.</summary>
public sealed record AnswerTask(Question Question, EvidenceSet Evidence);
