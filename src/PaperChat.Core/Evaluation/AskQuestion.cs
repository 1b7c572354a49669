using PaperChat.Answering;

namespace PaperChat.Evaluation;

/// <summary>Answers a question as a stream of events, as <see cref="AnswerPipeline.AskAsync"/> does.</summary>
public delegate IAsyncEnumerable<AnswerEvent> AskQuestion(Question question, CancellationToken cancellationToken);
