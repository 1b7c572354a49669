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
public sealed class AnswerPipeline(IPaperLibrary library, TimeProvider time, IAnswerWriter? writer = null)
{
    /// <summary>How many papers of the ranking an answer reports.</summary>
    public const int Reported = 10;

    private static readonly ExtractiveAnswerWriter Extractive = new();

    private readonly HybridRetriever _retriever = new(library);
    private readonly IAnswerWriter _writer = writer ?? Extractive;

    /// <summary>The events of one answer; a library failure is thrown, everything later is an event.</summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var began = time.GetTimestamp();
        var evidence = await CollectAsync(question, cancellationToken);
        var answerer = question.Extractive ? Extractive : _writer;
        var draft = new AnswerDraft(question, evidence, answerer.Mode);
        var retrieveTime = time.GetElapsedTime(began);
        yield return new EvidenceFound(draft.Retrieved, retrieveTime);
        if (evidence.Refusal is null)
        {
            await foreach (var happened in WriteAsync(answerer, new AnswerTask(question, evidence), draft, cancellationToken))
            {
                yield return happened;
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

    // A writer that fails before its first text, or of whose text nothing holds, leaves the answer to the papers' own sentences.
    private static async IAsyncEnumerable<AnswerEvent> WriteAsync(
        IAnswerWriter answerer, AnswerTask task, AnswerDraft draft, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pieces = new DraftReader(answerer.WriteAsync(task, cancellationToken));
        while (await pieces.ReadAsync() is { } piece)
        {
            foreach (var happened in draft.Take(piece))
            {
                yield return happened;
            }
        }

        var failed = pieces.Failure;
        if (failed is not null && draft.HasBegun)
        {
            draft.CutOff(DraftReader.CodeOf(failed));
        }

        foreach (var withdrawn in draft.EndText())
        {
            yield return withdrawn;
        }

        if (answerer.Mode == AnswerMode.Extractive || draft.Holds || (draft.Declined && failed is null))
        {
            yield break;
        }

        var fallback = failed is not null
            ? new AnswerFallback(DraftReader.CodeOf(failed), failed.Message)
            : new AnswerFallback("unsupported", "Nothing that the model wrote is borne out by the papers it cited.");
        foreach (var happened in draft.FallBack(fallback))
        {
            yield return happened;
        }

        await foreach (var piece in Extractive.WriteAsync(task, cancellationToken))
        {
            foreach (var happened in draft.Take(piece))
            {
                yield return happened;
            }
        }
    }
}
