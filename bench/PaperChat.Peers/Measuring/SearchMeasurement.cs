using PaperChat.Peers.Engines;
using PaperChat.Peers.Questions;

namespace PaperChat.Peers.Measuring;

/// <summary>Measures one engine of this process; the scripts of the other engines go through the same steps.</summary>
internal sealed class SearchMeasurement(IPeerEngine engine, PeerJob job, TimeProvider time)
{
    public async Task<SearchOutput> RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await using var index = await engine.OpenAsync(job.Index, cancellationToken);
        await index.SearchAsync(job.Queries[0].Words, job.Depth, cancellationToken);
        var openMs = time.GetElapsedTime(began).TotalMilliseconds;

        var rankings = await RankAsync(index, cancellationToken);
        await TimeAsync(index, job.Plan.WarmSeconds, passes: 1, cancellationToken);
        return new SearchOutput
        {
            OpenMs = openMs,
            Rankings = rankings,
            LatenciesMs = await TimeAsync(index, job.Plan.LatencySeconds, job.Plan.Passes, cancellationToken),
            Windows = await WindowsAsync(index, cancellationToken),
        };
    }

    private async Task<List<PeerRanking>> RankAsync(IPeerIndex index, CancellationToken cancellationToken)
    {
        var rankings = new List<PeerRanking>();
        var began = time.GetTimestamp();
        foreach (var query in job.Queries)
        {
            if (time.GetElapsedTime(began).TotalSeconds >= job.Plan.QualitySeconds)
            {
                break;
            }

            rankings.Add(new PeerRanking(query.Set, query.Id, await index.SearchAsync(query.Words, job.QualityDepth, cancellationToken)));
        }

        return rankings;
    }

    private async Task<List<double>> TimeAsync(IPeerIndex index, double seconds, int passes, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var began = time.GetTimestamp();
        for (var i = 0; i < passes * job.Queries.Count && time.GetElapsedTime(began).TotalSeconds < seconds; i++)
        {
            var query = QueryAt(i);
            var asked = time.GetTimestamp();
            await index.SearchAsync(query.Words, job.Depth, cancellationToken);
            times.Add(time.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    // Windows of one and two threads take turns, so that whatever else the machine does meets both.
    private async Task<List<ThroughputWindow>> WindowsAsync(IPeerIndex index, CancellationToken cancellationToken)
    {
        var windows = new List<ThroughputWindow>();
        for (var i = 0; i < 2 * job.Plan.Windows; i++)
        {
            var threads = 1 + i % 2;
            var workers = Enumerable.Range(0, threads)
                .Select(w => Task.Run(() => RateAsync(index, w * job.Queries.Count / threads, cancellationToken), cancellationToken));
            windows.Add(new ThroughputWindow(threads, (await Task.WhenAll(workers)).Sum()));
        }

        return windows;
    }

    private async Task<double> RateAsync(IPeerIndex index, int start, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var answered = 0;
        double seconds;
        do
        {
            await index.SearchAsync(QueryAt(start + answered).Words, job.Depth, cancellationToken);
            answered++;
            seconds = time.GetElapsedTime(began).TotalSeconds;
        }
        while (seconds < job.Plan.WindowSeconds);
        return answered / seconds;
    }

    private PeerQuery QueryAt(int index) => job.Queries[index % job.Queries.Count];
}
