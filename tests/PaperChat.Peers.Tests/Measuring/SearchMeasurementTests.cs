using PaperChat.Peers.Engines;
using PaperChat.Peers.Measuring;
using PaperChat.Peers.Questions;

namespace PaperChat.Peers.Tests.Measuring;

public sealed class SearchMeasurementTests
{
    private static readonly PeerQuery[] Queries = [.. Enumerable.Range(0, 4).Select(i => new PeerQuery($"q{i}", "set", [$"word{i}"]))];

    [Fact]
    public async Task A_fast_engine_is_timed_as_many_times_as_planned()
    {
        var output = await MeasureAsync(TimeSpan.FromMilliseconds(2), qualitySeconds: 0);

        Assert.Equal(3 * Queries.Length, output.LatenciesMs.Count);
        Assert.All(output.LatenciesMs, ms => Assert.Equal(2, ms, 6));
        Assert.Equal(2, output.OpenMs, 6);
        Assert.Empty(output.Rankings);
    }

    [Fact]
    public async Task A_slow_engine_gets_fewer_queries()
    {
        var output = await MeasureAsync(TimeSpan.FromSeconds(4), qualitySeconds: 0);

        Assert.Equal(3, output.LatenciesMs.Count);
    }

    [Fact]
    public async Task Windows_of_one_and_two_threads_take_turns()
    {
        var output = await MeasureAsync(TimeSpan.FromMilliseconds(500), qualitySeconds: 0);

        Assert.Equal([1, 2, 1, 2], output.Windows.Select(w => w.Threads));
        Assert.Equal(2, output.Windows[0].QueriesPerSecond, 6);
    }

    [Fact]
    public async Task Rankings_are_kept_where_quality_is_measured()
    {
        var output = await MeasureAsync(TimeSpan.FromMilliseconds(2), qualitySeconds: 60);

        Assert.Equal(Queries.Select(q => q.Id), output.Rankings.Select(r => r.Id));
        Assert.Equal([["word0-100"], ["word1-100"], ["word2-100"], ["word3-100"]], output.Rankings.Select(r => r.Papers));
    }

    private static async Task<SearchOutput> MeasureAsync(TimeSpan each, double qualitySeconds)
    {
        var time = new SteppedTime();
        var job = new PeerJob
        {
            Papers = "",
            Index = "",
            Output = "",
            Queries = Queries,
            Plan = new MeasurementPlan { WarmSeconds = 10, LatencySeconds = 10, WindowSeconds = 2, Windows = 2, QualitySeconds = qualitySeconds },
        };
        return await new SearchMeasurement(new SteppedEngine(time, each), job, time).RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Time that passes only while an engine searches.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }

    private sealed class SteppedEngine(SteppedTime time, TimeSpan each) : IPeerEngine, IPeerIndex
    {
        public Task BuildAsync(string papers, string folder, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IPeerIndex> OpenAsync(string folder, CancellationToken cancellationToken) => Task.FromResult<IPeerIndex>(this);

        public Task<IReadOnlyList<string>> SearchAsync(IReadOnlyList<string> words, int limit, CancellationToken cancellationToken)
        {
            time.Pass(each);
            return Task.FromResult<IReadOnlyList<string>>([$"{words[0]}-{limit}"]);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
