namespace PaperChat.Answering;

/// <summary>
/// Why an answer is made of the papers' own sentences although a model was to write it: a stable code (<c>model-unreachable</c>,
/// <c>model-rate-limited</c>, <c>unsupported</c>, ...) and a message for people.
/// </summary>
public sealed record AnswerFallback(string Code, string Message);
