using System.Runtime.CompilerServices;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>
/// Answers questions from a library: understand, retrieve, collect evidence, write, verify, cite. Thread-safe; a conversation's
/// state is in the <see cref="Question"/>.
/// </summary>
public sealed class AnswerPipeline(IPaperLibrary library, TimeProvider time, IAnswerWriter? writer = null, EmbeddingModel? model = null)
{
    /// <summary>How many papers of the ranking an answer reports.</summary>
    public const int Reported = 10;

    private readonly HybridRetriever _retriever = new(library, model);
    private readonly IAnswerWriter _writer = writer ?? new ExtractiveAnswerWriter();

    /// <summary>The events of one answer; a library failure is thrown, everything later is an event.</summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var began = time.GetTimestamp();
        var evidence = await CollectAsync(question, cancellationToken);
        var draft = new AnswerDraft(question, evidence, _writer.Mode);
        var retrieveTime = time.GetElapsedTime(began);
        yield return new EvidenceFound(draft.Retrieved, retrieveTime);
        if (evidence.Refusal is null)
        {
            await foreach (var piece in _writer.WriteAsync(new AnswerTask(question, evidence), cancellationToken))
            {
                foreach (var happened in draft.Take(piece))
                {
                    yield return happened;
                }
            }
        }

        var total = time.GetElapsedTime(began);
        yield return new AnswerCompleted(draft.Finish(new AnswerTimings(retrieveTime, total - retrieveTime, total)));
    }

    /// <summary>The evidence for a question, without an answer: what reports and other writers start from.</summary>
    public async Task<EvidenceSet> CollectAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var today = question.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var (reading, focus) = await new ConversationReader(_retriever).ReadAsync(question, today, cancellationToken);
        var ranking = await _retriever.RankAsync(reading, focus, cancellationToken);
        var state = await library.GetStateAsync(cancellationToken);
        return EvidenceCollector.Collect(ranking, state, question.MaxPapers);
    }
}
