using Microsoft.Extensions.Logging;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Library;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// One round of the watch: what is due is read, what is new is noted, kept questions are asked again, digests are made and sent. It may
/// be stopped anywhere; the next round does the rest, and nothing twice. One round at a time.
/// </summary>
internal sealed class WatchCycle
{
    private readonly IReadOnlyList<WatchSource> _sources;
    private readonly WatchOptions _options;
    private readonly WatchLibrary _library;
    private readonly TimeProvider _time;
    private readonly SourceRun _runs;
    private readonly SeenPapers _seen;
    private readonly SubscriptionStore _subscriptions;
    private readonly QuestionRun _questions;
    private readonly DigestComposer _composer;
    private readonly Outbox _outbox;
    private readonly DigestSender _sender;

    public WatchCycle(
        WatchDatabase database, WatchLibrary library, WatchOptions options, IReadOnlyList<WatchSource> sources, DigestMail? mail, SendMail send, SendToTeams? teams,
        TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(database);
        (_sources, _options, _library, _time) = (sources, options, library, time);
        _runs = new SourceRun(library, new SourceStates(database), time, logger);
        _seen = new SeenPapers(database, time);
        _subscriptions = new SubscriptionStore(database);
        _questions = new QuestionRun(_subscriptions, _seen, time);
        _composer = new DigestComposer(_seen, _questions, time);
        _outbox = new Outbox(database);
        _sender = new DigestSender(_outbox, _subscriptions, mail, send, teams, time, logger);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sources = _sources.Where(_runs.IsDue).ToArray();
        var due = DueSubscriptions();
        if (sources.Length > 0 || due.Count > 0)
        {
            if (sources.Length > 0)
            {
                // What others put in meanwhile, and at the very first round what is there, is noted before anything is added.
                await NoteAsync(cancellationToken);
            }

            foreach (var source in sources)
            {
                await _runs.RunAsync(source, cancellationToken);
            }

            await TellAsync(due, cancellationToken);
        }

        await _sender.SendDueAsync(cancellationToken);
    }

    /// <summary>When there is something to do again, as far as it is known now; null for never.</summary>
    public DateTimeOffset? NextDue()
    {
        var now = _time.GetUtcNow();
        DateTimeOffset?[] times =
        [
            .. _sources.Select(s => (DateTimeOffset?)_runs.NextDue(s)),
            .. _subscriptions.List().Select(s => _options.ScheduleOf(s.Cadence).Next(s.Period > now ? s.Period : now)),
            _outbox.NextDue(),
        ];
        return times.Min();
    }

    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        await using var library = await _library.OpenAsync(cancellationToken);
        await _seen.UpdateAsync(library, cancellationToken);
    }

    private async Task TellAsync(IReadOnlyList<(Subscription Subscription, DateTimeOffset Period)> due, CancellationToken cancellationToken)
    {
        await using var library = await _library.OpenAsync(cancellationToken);
        var generation = await _seen.UpdateAsync(library, cancellationToken);
        if (library is not null)
        {
            await AskAsync(library, generation, cancellationToken);
        }

        foreach (var (subscription, period) in due)
        {
            // As it is now: it may have been asked again, or ended.
            if (_subscriptions.Find(subscription.Id) is { } current)
            {
                var (content, told) = await _composer.ComposeAsync(current, period, library, _library.Model(), generation, cancellationToken);
                _outbox.Add(told, content, _time.GetUtcNow());
            }
        }
    }

    private async Task AskAsync(IPaperLibrary library, long generation, CancellationToken cancellationToken)
    {
        foreach (var question in _subscriptions.List().Where(s => s.Kind == SubscriptionKind.Question))
        {
            await _questions.RunAsync(question, library, _library.Model(), generation, cancellationToken);
        }
    }

    private IReadOnlyList<(Subscription Subscription, DateTimeOffset Period)> DueSubscriptions()
    {
        var now = _time.GetUtcNow();
        return [.. _subscriptions.List()
            .Select(s => (Subscription: s, Period: _options.ScheduleOf(s.Cadence).Last(s.Period, now)))
            .Where(s => s.Period is not null).Select(s => (s.Subscription, s.Period!.Value))];
    }
}
