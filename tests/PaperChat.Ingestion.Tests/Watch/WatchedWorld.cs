using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using PaperChat.Hosting.Teams;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Watch;

/// <summary>
/// What outlives a process: the clock, the library, the file of the watch, a mail server, and a feed that lists papers day by day. A
/// process over it can be killed at each step, before and after it.
/// </summary>
internal sealed class WatchedWorld : IDisposable
{
    public const string Interest = "coral reefs";

    private readonly TemporaryFolder _folder = new();
    private readonly Random _chance;

    public WatchedWorld(int seed)
    {
        _chance = new Random(seed);
        Feed = new DayByDayFeed(DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime), _chance);
        using var database = WatchDatabase.Open(_folder.Path);
        var store = new SubscriptionStore(database);
        store.Add(Subscription("daily", SubscriptionKind.Interest, Interest, Cadence.Daily, new Delivery(DeliveryChannel.Email, "daily@example.org")));
        store.Add(Subscription("weekly", SubscriptionKind.Interest, Interest, Cadence.Weekly, new Delivery(DeliveryChannel.Email, "weekly@example.org")));
        store.Add(Subscription("file", SubscriptionKind.Interest, Interest, Cadence.Daily, new Delivery(DeliveryChannel.File, File)));
        store.Add(Subscription("teams", SubscriptionKind.Interest, Interest, Cadence.Daily, new Delivery(DeliveryChannel.Teams, "conversation")));
        store.Add(Subscription("question", SubscriptionKind.Question, "papers on lagoon turtles", Cadence.Daily, new Delivery(DeliveryChannel.Email, "question@example.org")));
    }

    public TestTime Time { get; } = new();

    public InMemoryPaperLibrary Library { get; } = new();

    public DayByDayFeed Feed { get; }

    /// <summary>Chance of a kill at each step; 0 lets the process run.</summary>
    public double KillChance { get; set; }

    /// <summary>Chance that the mail server puts a message off.</summary>
    public double PutOffChance { get; set; }

    public int Kills { get; private set; }

    /// <summary>Every message that the server took, in order; one may be there twice where the process was killed before it heard so.</summary>
    public List<MimeMessage> Taken { get; } = [];

    /// <summary>Every text that the connector of Teams took.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Kills between the moment at which a message was taken and the one at which that was written down.</summary>
    public int KillsAfterTaking { get; private set; }

    public string File => _folder.File("digests.md");

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>Starts the process and lets it do one round; false when it was killed in it.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var isTaken = false;
        try
        {
            using var database = WatchDatabase.Open(_folder.Path, Step);
            var library = new WatchLibrary
            {
                OpenAsync = _ => Task.FromResult<IPaperLibrary?>(Library),
                OpenWriterAsync = _ => Task.FromResult<IPaperLibraryWriter>(new MortalWriter(Library.OpenWriter(), Step)),
            };
            var mail = new DigestMail(new MailboxAddress("PaperChat", "papers@example.org"), new Uri("https://papers.example.org/"), UnsubscribeToken.Of(database));
            WatchSource[] sources = [new("feed", "feed", Schedule.Cron("30 5 * * *", TimeZoneInfo.Utc, "test"), Feed.Opener(Time, Step))];
            var cycle = new WatchCycle(database, library, Options, sources, mail, SendAsync, SayAsync, Time, NullLogger.Instance);
            await cycle.RunAsync(cancellationToken);
            return true;
        }
        catch (ProcessKilledException)
        {
            Kills++;
            KillsAfterTaking += isTaken ? 1 : 0;
            return false;
        }

        Task SendAsync(MimeMessage message, CancellationToken token)
        {
            Step("message offered");
            if (_chance.NextDouble() < PutOffChance)
            {
                throw new MailException("The server has no time.", isFinal: false);
            }

            Taken.Add(message);
            isTaken = true;
            Step("message taken");
            return Task.CompletedTask;
        }

        Task SayAsync(string conversation, string markdown, CancellationToken token)
        {
            Step("message offered");
            if (_chance.NextDouble() < PutOffChance)
            {
                throw new ConnectorException(429, "", "The connector has no time.", isTransient: true);
            }

            Said.Add(markdown);
            return Task.CompletedTask;
        }

        void Step(string name)
        {
            if (_chance.NextDouble() < KillChance)
            {
                throw new ProcessKilledException(name);
            }

            isTaken = isTaken && name != "after digest sent";
        }
    }

    /// <summary>The ids of papers in the digests of a subscription, each message counted once by its Message-ID.</summary>
    public IReadOnlyList<string> Told(string subscription) =>
    [
        .. Taken.Where(m => m.MessageId!.StartsWith($"paperchat.{subscription}.", StringComparison.Ordinal)).DistinctBy(m => m.MessageId)
            .SelectMany(m => DayByDayFeed.NamesIn(m.TextBody!)),
    ];

    private static WatchOptions Options { get; } = new()
    {
        Urls = [WatchOptions.DefaultUrls],
        Zone = TimeZoneInfo.Utc,
        Daily = Schedule.Cron("0 7 * * *", TimeZoneInfo.Utc, "test"),
        Weekly = Schedule.Cron("0 7 * * 1", TimeZoneInfo.Utc, "test"),
    };

    private Subscription Subscription(string id, SubscriptionKind kind, string text, Cadence cadence, Delivery delivery) => new()
    {
        Id = id,
        Kind = kind,
        Text = text,
        Cadence = cadence,
        Limit = 20,
        Delivery = delivery,
        Created = Time.GetUtcNow(),
        Period = Time.GetUtcNow(),
        Told = 0,
        Kept = kind == SubscriptionKind.Question ? new PaperChat.Digests.KeptAnswer(false, []) : null,
    };
}
