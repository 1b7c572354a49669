using PaperChat.Answering;
using PaperChat.Retrieval;

namespace PaperChat.Evaluation;

/// <summary>What came of asking a question: its final events, and how long they took.</summary>
internal sealed record AskedQuestion(
    Answer? Answer, AnswerFailed? Failure, IReadOnlyList<RetrievedPaper> Retrieved, TimeSpan Retrieve, TimeSpan Total)
{
    public static async Task<AskedQuestion> AskAsync(
        AskQuestion ask, EvaluationQuestion question, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var asked = new AskedQuestion(null, null, [], TimeSpan.Zero, TimeSpan.Zero);
        var input = new Question { Text = question.Text, History = question.History };
        await foreach (var happened in ask(input, cancellationToken).WithCancellation(cancellationToken))
        {
            asked = happened switch
            {
                EvidenceFound found => asked with { Retrieved = found.Retrieved, Retrieve = found.RetrieveTime },
                AnswerCompleted done => asked with { Answer = done.Answer },
                AnswerFailed failed => asked with { Failure = failed },
                _ => asked,
            };
        }

        return asked with { Total = time.GetElapsedTime(began) };
    }
}
