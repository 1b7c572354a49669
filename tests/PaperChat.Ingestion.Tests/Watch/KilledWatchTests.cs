using PaperChat.Library;

namespace PaperChat.Ingestion.Tests.Watch;

/// <summary>A watch that is killed anywhere, again and again, neither misses nor repeats a paper, a digest or an answer.</summary>
public sealed class KilledWatchTests
{
    private const int TrialsABlock = 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Killed_and_restarted_at_random_steps_it_misses_and_repeats_nothing(int block)
    {
        var kills = 0;
        for (var trial = 0; trial < TrialsABlock; trial++)
        {
            var seed = (block * TrialsABlock) + trial + 1;
            using var world = new WatchedWorld(seed) { KillChance = 0.06, PutOffChance = 0.2 };
            await LiveAsync(world, new Random(-seed));
            await ExpectNothingMissedOrRepeatedAsync(world, seed);
            kills += world.Kills;
        }

        Assert.True(kills > TrialsABlock, $"Only {kills} kills: the test did not test.");
    }

    [Fact]
    public async Task Left_alone_it_tells_each_reader_of_each_paper_once()
    {
        using var world = new WatchedWorld(1000);

        await LiveAsync(world, new Random(1));

        Assert.Equal(0, world.Kills);
        Assert.NotEmpty(world.Feed.Reefs);
        Assert.NotEmpty(world.Feed.Turtles);
        Assert.Equal(world.Taken.Count, world.Taken.Select(m => m.MessageId).Distinct().Count());
        await ExpectNothingMissedOrRepeatedAsync(world, 1000);
    }

    // A first round, from which on it watches; days with kills and downtime of up to two days, then a week in peace, in which everything that is left is done.
    private static async Task LiveAsync(WatchedWorld world, Random random)
    {
        var chance = world.KillChance;
        world.KillChance = 0;
        Assert.True(await world.RunAsync(Token));
        world.KillChance = chance;
        var end = world.Time.GetUtcNow().AddDays(DayByDayFeed.Days);
        while (world.Time.GetUtcNow() < end)
        {
            var hours = await world.RunAsync(Token) ? random.Next(1, 13) : random.Next(0, 4) * random.Next(0, 13);
            world.Time.Advance(TimeSpan.FromHours(hours));
        }

        (world.KillChance, world.PutOffChance) = (0, 0);
        for (var hour = 0; hour < 8 * 24; hour += 12)
        {
            Assert.True(await world.RunAsync(Token));
            world.Time.Advance(TimeSpan.FromHours(12));
        }
    }

    private static async Task ExpectNothingMissedOrRepeatedAsync(WatchedWorld world, int seed)
    {
        Assert.True(await world.Library.CountAsync(SearchFilters.None, Token) == world.Feed.Count, $"Seed {seed}: papers were missed.");
        Expect(world.Feed.Reefs, world.Told("daily"), "daily digest", seed);
        Expect(world.Feed.Reefs, world.Told("weekly"), "weekly digest", seed);
        Expect(world.Feed.Reefs, FileNames(world), "file", seed);
        Expect(world.Feed.Reefs, world.Said.Distinct().SelectMany(s => DayByDayFeed.NamesIn(s.Replace("\\", "", StringComparison.Ordinal))), "Teams", seed);
        Expect(world.Feed.Turtles, world.Told("question"), "answer", seed);

        // A message that came twice is one that was taken just before a kill: it has the same Message-ID and the same text.
        var twice = world.Taken.GroupBy(m => m.MessageId).Where(m => m.Count() > 1).ToArray();
        Assert.All(twice, m => Assert.Single(m.Select(c => c.ToString()).Distinct()));
        Assert.True(twice.Sum(m => m.Count() - 1) <= world.KillsAfterTaking, $"Seed {seed}: messages were sent again without need.");
    }

    private static IReadOnlyList<string> FileNames(WatchedWorld world) =>
        File.Exists(world.File) ? [.. DayByDayFeed.NamesIn(File.ReadAllText(world.File).Replace("\\", "", StringComparison.Ordinal))] : [];

    private static void Expect(IEnumerable<string> expected, IEnumerable<string> told, string what, int seed) => Assert.True(
        expected.Order(StringComparer.Ordinal).SequenceEqual(told.Order(StringComparer.Ordinal)),
        $"Seed {seed}, {what}: expected {string.Join(' ', expected)}, told {string.Join(' ', told)}");
}
