using PaperChat.Answering;
using PaperChat.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// Asks kept questions again. The answers are in the papers' own sentences: a model would say the same in other words each day.
/// </summary>
internal sealed class QuestionRun(SubscriptionStore subscriptions, SeenPapers seen, TimeProvider time)
{
    /// <summary>The answer to a question as its reader is told it.</summary>
    public static async Task<Answer> AskAsync(string question, IPaperLibrary library, EmbeddingModel? model, TimeProvider time, CancellationToken cancellationToken)
    {
        var pipeline = new AnswerPipeline(library, time, writer: null, model);
        await foreach (var happened in pipeline.AskAsync(new Question { Text = question, Extractive = true }, cancellationToken))
        {
            if (happened is AnswerCompleted completed)
            {
                return completed.Answer;
            }
        }

        throw new PaperChatException("The answer has no end.");
    }

    /// <summary>Asks one again in the library's state, unless it was already; the subscription as it is then.</summary>
    public async Task<Subscription> RunAsync(Subscription kept, IPaperLibrary library, EmbeddingModel? model, long generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.Asked == generation)
        {
            return kept;
        }

        var answer = await AskAsync(kept.Text, library, model, time, cancellationToken);
        var changes = kept.Kept is { } before ? await CompareAsync(before, answer, kept.Told, library, cancellationToken) : [];
        var asked = kept with
        {
            Kept = kept.Kept ?? KeptAnswer.Of(answer),
            Asked = generation,
            Changes = changes.Count > 0 ? new PendingChanges(changes, KeptAnswer.Of(answer)) : null,
        };
        subscriptions.KeepAnswer(asked);
        return asked;
    }

    private async Task<IReadOnlyList<AnswerChange>> CompareAsync(KeptAnswer before, Answer now, long told, IPaperLibrary library, CancellationToken cancellationToken)
    {
        var cited = new Dictionary<string, Paper>(StringComparer.Ordinal);
        foreach (var id in before.Sentences.SelectMany(s => s.Citations).Select(c => c.Id).Distinct(StringComparer.Ordinal))
        {
            if (await library.GetAsync([new PaperId(id)], cancellationToken) is [var paper, ..])
            {
                cited[id] = paper;
            }
        }

        var arrived = seen.Between(told, seen.Last).ToHashSet();
        return AnswerComparison.Compare(before, now, cited, arrived.Contains);
    }
}
