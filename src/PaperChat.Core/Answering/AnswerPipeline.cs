using System.Runtime.CompilerServices;
using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>
/// Answers questions from a library: understand, retrieve, collect evidence, write, verify, cite. Thread-safe; a conversation's
/// state is in the <see cref="Question"/>.
/// </summary>
public sealed class AnswerPipeline(IPaperLibrary library, TimeProvider time)
{
    /// <summary>The events of one answer; a library failure is thrown, everything later is an event.</summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var found = await new PaperSearch(library, time).SearchAsync(new PaperQuery { Text = question.Text }, cancellationToken);
        RetrievedPaper[] retrieved = [.. found.Hits.Select(h => new RetrievedPaper(h.Rank, h.Paper, h.Score))];
        yield return new EvidenceFound(retrieved, found.RetrieveTime);
        if (found.Hits.Count == 0)
        {
            yield return new AnswerCompleted(new Answer
            {
                Question = question.Text,
                Answered = false,
                Mode = AnswerMode.Extractive,
                Reason = "no-hits",
                Text = "No paper in the library matches this question.",
                Confidence = 0,
                Timings = new AnswerTimings(found.RetrieveTime, TimeSpan.Zero, found.TotalTime),
            });
            yield break;
        }

        var hit = found.Hits[0];
        var citation = new Citation(1, hit.Paper, [hit.Snippet]);
        var sentence = new AnswerSentence(hit.Snippet.Text, [1], SentenceVerdict.Verbatim, 1);
        yield return new CitationMade(citation);
        yield return new AnswerTextAdded(hit.Snippet.Text + " [1].");
        yield return new SentenceVerified(sentence);
        yield return new AnswerCompleted(new Answer
        {
            Question = question.Text,
            Answered = true,
            Mode = AnswerMode.Extractive,
            Text = hit.Snippet.Text + " [1].",
            Confidence = 0.5,
            Sentences = [sentence],
            Citations = [citation],
            Retrieved = retrieved,
            Timings = new AnswerTimings(found.RetrieveTime, TimeSpan.Zero, found.TotalTime),
        });
    }
}
