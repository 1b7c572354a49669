using System.Runtime.CompilerServices;
using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Desk;

/// <summary>
/// Answers and searches, of which those asked a moment ago, of the same state of the library and on the same day, are not made again.
/// Only what is made without a chat model: a model may say it in other words. Thread-safe.
/// </summary>
internal sealed class RecentAnswers(IPaperLibrary library, TimeProvider time, AnswerPipeline pipeline, PaperSearch search, bool hasModel)
{
    private const int Kept = 2048;

    // An embedding service that fails leaves words alone for a while; what was found so is not to last.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly RecentResults<Asked, IReadOnlyList<AnswerEvent>> _answers = new(Kept, Lifetime, time);
    private readonly RecentResults<Searched, SearchResult> _searches = new(Kept, Lifetime, time);

    /// <summary>The events of an answer; see <see cref="AnswerPipeline.AskAsync"/>.</summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var began = time.GetTimestamp();
        var key = hasModel && !question.Extractive ? null : await KeyOfAsync(question, cancellationToken);
        if (key is not null && _answers.TryGet(key, out var known))
        {
            foreach (var happened in known)
            {
                yield return Timed(happened, time.GetElapsedTime(began));
            }

            yield break;
        }

        List<AnswerEvent> events = [];
        await foreach (var happened in pipeline.AskAsync(question, cancellationToken))
        {
            events.Add(happened);
            if (key is not null && happened is AnswerCompleted)
            {
                // Before the last event is given away: who has it may read no further.
                _answers.Add(key, events);
            }

            yield return happened;
        }
    }

    public async Task<SearchResult> SearchAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var began = time.GetTimestamp();
        var key = query.Filters.Papers is null
            ? new Searched(query with { AsOf = query.AsOf ?? Today }, (await library.GetStateAsync(cancellationToken)).Generation)
            : null;
        if (key is not null && _searches.TryGet(key, out var known))
        {
            return known with { RetrieveTime = time.GetElapsedTime(began), TotalTime = time.GetElapsedTime(began) };
        }

        var result = await search.SearchAsync(query, cancellationToken);
        if (key is not null)
        {
            _searches.Add(key, result);
        }

        return result;
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    // Lists are compared by what they are, not by what they hold: the history goes into the key as text, a list of papers is not kept.
    private async Task<Asked?> KeyOfAsync(Question question, CancellationToken cancellationToken) => question.Filters.Papers is null
        ? new Asked(
            question with { History = [], AsOf = question.AsOf ?? Today },
            string.Join('\0', question.History),
            (await library.GetStateAsync(cancellationToken)).Generation)
        : null;

    private static AnswerEvent Timed(AnswerEvent happened, TimeSpan taken) => happened switch
    {
        EvidenceFound found => found with { RetrieveTime = taken },
        AnswerCompleted { Answer: var answer } => new AnswerCompleted(answer with { Timings = new AnswerTimings(taken, TimeSpan.Zero, taken) }),
        _ => happened,
    };

    private sealed record Asked(Question Question, string History, long Generation);

    private sealed record Searched(PaperQuery Query, long Generation);
}
