using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Tests.Watch;

/// <summary>
/// A feed that lists some papers each day for a while: every one names itself by a number in its title, some are on reefs, a few on
/// turtles, the rest on neither.
/// </summary>
internal sealed partial class DayByDayFeed
{
    public const int Days = 9;

    private const int MostTurtles = 4;

    private readonly List<(DateOnly Day, SourceRecord Record)> _papers = [];

    public DayByDayFeed(DateOnly first, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (var day = 0; day < Days; day++)
        {
            for (var i = random.Next(0, 5); i > 0; i--)
            {
                var kind = random.Next(3) switch { 0 => "reef", 1 when Turtles.Count < MostTurtles => "turtle", _ => "other" };
                Add(first.AddDays(day), kind);
            }
        }
    }

    public List<string> Reefs { get; } = [];

    public List<string> Turtles { get; } = [];

    public int Count => _papers.Count;

    /// <summary>The names (N17) of papers whose titles stand in a text, as often as they do.</summary>
    public static IEnumerable<string> NamesIn(string text) => NamePattern().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>Opens the feed from two days before the last success to the clock's day.</summary>
    public OpenSource Opener(TimeProvider time, Action<string> step) => (since, first, _) =>
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var from = since is { } last ? DateOnly.FromDateTime(last.UtcDateTime).AddDays(-2) : DateOnly.FromDateTime(first.UtcDateTime);
        return Task.FromResult<IReadOnlyList<IPaperSource>>([new DaysSource(_papers.Where(p => p.Day >= from && p.Day <= today).Select(p => p.Record), step)]);
    };

    private void Add(DateOnly day, string kind)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"N{_papers.Count + 1}");
        (kind == "reef" ? Reefs : kind == "turtle" ? Turtles : []).Add(name);
        var (title, text) = kind switch
        {
            "reef" => ($"{name}: coral reefs", "We count the corals of coral reefs from the air. The reefs are healthy."),
            "turtle" => ($"{name}: lagoon turtles", $"We follow lagoon turtles with small tags named {name}. The lagoon turtles come back each year."),
            _ => ($"{name}: granite quarries", "We weigh granite blocks of old quarries. The quarries are deep."),
        };
        _papers.Add((day, new SourceRecord { Key = name, Title = title, Abstract = text }));
    }

    [GeneratedRegex(@"(?<name>N\d+): (coral reefs|lagoon turtles|granite quarries)")]
    private static partial Regex NamePattern();

    private sealed class DaysSource(IEnumerable<SourceRecord> records, Action<string> step) : IPaperSource
    {
        public string Format => "test";

        public string Location => "feed";

        public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var record in records)
            {
                step("record read");
                yield return new SourceItem.Read(record, null, 0);
            }
        }
    }
}
