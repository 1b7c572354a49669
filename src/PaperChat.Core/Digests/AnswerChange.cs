namespace PaperChat.Digests;

/// <summary>One change of an answer.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Now">The sentence that stands now, with its citation; null where there is none.</param>
/// <param name="Before">The sentence of the kept answer that it concerns; null for an added one.</param>
/// <param name="Note">What happened in words, where the sentences do not say it.</param>
public sealed record AnswerChange(AnswerChangeKind Kind, KeptSentence? Now, KeptSentence? Before, string? Note = null);
