using System.Runtime.CompilerServices;
using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Core.Tests.Evaluation;

/// <summary>Answers written down beforehand, by the question's text.</summary>
internal sealed class ScriptedAnswers
{
    private readonly Dictionary<string, AnswerEvent[]> _events = new(StringComparer.Ordinal);

    public List<Question> Asked { get; } = [];

    public void Answer(string question, string text, double confidence, Paper[] retrieved, params Citation[] citations) =>
        Complete(question, text, confidence, retrieved, answered: true, citations);

    public void Refuse(string question, double confidence, params Paper[] retrieved) =>
        Complete(question, "Not in the library.", confidence, retrieved, answered: false);

    public void Fail(string question) => _events[question] = [new AnswerFailed("model-failed", "It broke.", IsTransient: false, null)];

    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked.Add(question);
        foreach (var happened in _events[question.Text])
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return happened;
        }
    }

    private void Complete(
        string question, string text, double confidence, Paper[] retrieved, bool answered, params Citation[] citations)
    {
        RetrievedPaper[] ranking = [.. retrieved.Select((p, i) => new RetrievedPaper(i + 1, p, 1.0 / (i + 1)))];
        _events[question] =
        [
            new EvidenceFound(ranking, TimeSpan.FromMilliseconds(2)),
            new AnswerCompleted(new Answer
            {
                Question = question,
                Answered = answered,
                Mode = AnswerMode.Extractive,
                Reason = answered ? null : "no-evidence",
                Text = text,
                Confidence = confidence,
                Citations = citations,
                Retrieved = ranking,
                Timings = new AnswerTimings(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
            }),
        ];
    }
}
