using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>
/// What happens while a question is answered, in order: <see cref="EvidenceFound"/> once, then text, citations and verified
/// sentences, then exactly one of <see cref="AnswerCompleted"/> (refusals too) and <see cref="AnswerFailed"/>. Console, JSON and
/// every other front end are renderings of this stream.
/// </summary>
public abstract record AnswerEvent;

/// <summary>Retrieval is done; the papers found, best first.</summary>
public sealed record EvidenceFound(IReadOnlyList<RetrievedPaper> Retrieved, TimeSpan RetrieveTime) : AnswerEvent;

/// <summary>
/// A key was issued to a paper; it precedes the first text that uses the key. The citation's quotes may still grow: the final ones are
/// in the answer.
/// </summary>
public sealed record CitationMade(Citation Citation) : AnswerEvent;

/// <summary>
/// Text as it comes, already cleaned for display. It is pending until the sentence it belongs to is verified. White space and line
/// breaks between sentences are part of it.
/// </summary>
public sealed record AnswerTextAdded(string Text) : AnswerEvent;

/// <summary>
/// A finished sentence with its verdict; it settles the pending text. <see cref="Text"/> takes its place: the same or, where keys did
/// not hold, a changed one; empty for a sentence that is taken out. The answer's text is all of them, one after another.
/// </summary>
public sealed record SentenceVerified(AnswerSentence Sentence, string Text) : AnswerEvent
{
    /// <summary>The end of the pending text, which belongs to the next sentence and stays pending.</summary>
    public string Pending { get; init; } = "";
}

/// <summary>The pending text will not become a sentence.</summary>
public sealed record PendingTextWithdrawn : AnswerEvent;

/// <summary>Something is being done before the first text: a search that a model proposed, papers being scored.</summary>
public sealed record AnswerProgress(string Text) : AnswerEvent;

/// <summary>The model's answer is given up: what was settled is void, and the papers' own sentences follow.</summary>
public sealed record AnswerFellBack(AnswerFallback Fallback) : AnswerEvent;

/// <summary>The end: the whole answer, or a refusal (<see cref="Answer.Answered"/> is false).</summary>
public sealed record AnswerCompleted(Answer Answer) : AnswerEvent;

/// <summary>The end when something broke; <see cref="Partial"/> holds what was already verified, if anything.</summary>
public sealed record AnswerFailed(string Code, string Message, bool IsTransient, Answer? Partial) : AnswerEvent;
