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
    /// <param name="library">The library.</param>
    /// <param name="time">The clock of timings and relative dates.</param>
    /// <param name="answering">What writes, rewrites and looks further; null for the papers' own sentences.</param>
    /// <param name="model">The embedding model of retrieval; null for words alone.</param>
    public AnswerPipeline(IPaperLibrary library, TimeProvider time, ModelAnswering? answering, EmbeddingModel? model)
        : this(library, time, answering?.Writer, model) => _answering = answering;

    /// <summary>How many papers of the ranking an answer reports.</summary>
    public const int Reported = 10;

    private static readonly ExtractiveAnswerWriter Extractive = new();

    private readonly HybridRetriever _retriever = new(library, model);
    private readonly IAnswerWriter _writer = writer ?? Extractive;
    private readonly ModelAnswering? _answering;

    /// <summary>The events of one answer; a library failure is thrown, everything later is an event.</summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var began = time.GetTimestamp();
        var chat = question.Extractive ? null : _answering;
        var agent = question.Deep ? chat?.DeepWriter : null;
        var answerer = question.Extractive ? Extractive : agent ?? _writer;
        var spend = new ModelSpend("model", "");
        var past = await PastOfAsync(question, cancellationToken);
        var understood = chat is null ? null : await UnderstandAsync(chat, question, past, spend, cancellationToken);
        var asked = understood is null ? question : question with { Text = understood };
        var evidence = await CollectAsync(asked, past, cancellationToken);
        var reachable = new AskedLibrary(library, _retriever, time, model, asked, TodayOf(asked));
        DeepUse? deep = null;
        if (chat is not null && question.Deep && agent is null)
        {
            var looked = new DeepRun(chat.Deep, spend, time, reachable);
            await foreach (var progress in looked.RunAsync(asked, evidence, cancellationToken))
            {
                yield return progress;
            }

            (evidence, deep) = (looked.Evidence ?? evidence, looked.Use);
        }

        var shown = chat is null || question.Deep ? evidence : ModelEvidence.Widen(evidence, question.MaxPapers);
        var draft = new AnswerDraft(question, shown, answerer.Mode) { UnderstoodAs = understood, Deep = deep, Spend = spend };
        foreach (var found in agent is null ? draft.Announce(time.GetElapsedTime(began)) : [])
        {
            yield return found;
        }

        // One that looks further may find what the question alone did not.
        if (evidence.Refusal is null || agent is not null)
        {
            await foreach (var happened in WriteAsync(answerer, new AnswerTask(asked, shown) { Library = reachable }, evidence, draft, began, cancellationToken))
            {
                yield return happened;
            }
        }

        yield return new AnswerCompleted(draft.Finish(time.GetElapsedTime(began)));
    }

    /// <summary>The evidence for a question, without an answer: what reports and other writers start from.</summary>
    public async Task<EvidenceSet> CollectAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return await CollectAsync(question, await PastOfAsync(question, cancellationToken), cancellationToken);
    }

    private async Task<EvidenceSet> CollectAsync(Question question, ConversationPast past, CancellationToken cancellationToken)
    {
        var ranking = await RankAsync(question, past, cancellationToken);
        var state = await library.GetStateAsync(cancellationToken);
        return EvidenceCollector.Collect(ranking, state, question.MaxPapers);
    }

    private Task<Ranking> RankAsync(Question question, ConversationPast past, CancellationToken cancellationToken)
    {
        var (reading, focus) = ConversationReader.Read(question, past, TodayOf(question));
        return _retriever.RankAsync(reading, focus, cancellationToken);
    }

    // Each turn is ranked, so the past is read once.
    private Task<ConversationPast> PastOfAsync(Question question, CancellationToken cancellationToken) =>
        new ConversationReader(_retriever).ReadPastAsync(question, TodayOf(question), cancellationToken);

    private DateOnly TodayOf(Question question) => question.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    // The rules find the papers that the turns before were about; the model only says in words what the question leaves out.
    private async Task<string?> UnderstandAsync(ModelAnswering chat, Question question, ConversationPast past, ModelSpend spend, CancellationToken cancellationToken)
    {
        var reading = QuestionReader.Read(question.Text, question.Filters, question.History.Count > 0, TodayOf(question));
        if (!QuestionRewriter.IsNeeded(question, reading))
        {
            return null;
        }

        var (_, focus) = ConversationReader.Read(question, past, TodayOf(question));
        return await chat.Rewriter.RewriteAsync(question, await library.GetAsync(focus, cancellationToken), spend, cancellationToken);
    }

    // A writer that fails before its first text, or of whose text nothing holds, leaves the answer to the papers' own sentences.
    private async IAsyncEnumerable<AnswerEvent> WriteAsync(
        IAnswerWriter answerer, AnswerTask task, EvidenceSet extractive, AnswerDraft draft, long began, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pieces = new DraftReader(answerer.WriteAsync(task, cancellationToken));
        while (await pieces.ReadAsync() is { } piece)
        {
            var written = piece is DraftPiece.Progress or DraftPiece.Gathered or DraftPiece.Model ? [] : draft.Announce(time.GetElapsedTime(began));
            foreach (var happened in written.Concat(draft.Take(piece)))
            {
                yield return happened;
            }
        }

        foreach (var happened in draft.Announce(time.GetElapsedTime(began)).Concat(draft.End(pieces.Failure)))
        {
            yield return happened;
        }

        if (draft.HasFallenBack)
        {
            var sentences = new AnswerTask(task.Question, task.Question.Deep ? draft.Evidence : extractive);
            await foreach (var piece in Extractive.WriteAsync(sentences, cancellationToken))
            {
                foreach (var happened in draft.Take(piece))
                {
                    yield return happened;
                }
            }
        }
    }
}
