using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.Peers.Measuring;
using PaperChat.Peers.Questions;

namespace PaperChat.Peers.Figures;

/// <summary>Makes figures of what an engine's processes wrote.</summary>
internal sealed class EngineFiguresBuilder(QuestionSets questions)
{
    public EngineFigures Build(string engine, BuildOutput build, long? buildBytes, long indexBytes, SearchOutput search, long? searchBytes) => new()
    {
        Engine = engine,
        BuildSeconds = build.Seconds,
        BuildAnonymousBytes = buildBytes,
        IndexBytes = indexBytes,
        OpenMs = search.OpenMs,
        TimedQueries = search.LatenciesMs.Count,
        MedianMs = Percentiles.Of(search.LatenciesMs, 0.5),
        P99Ms = Percentiles.Of(search.LatenciesMs, 0.99),
        QueriesPerSecond1 = RateOf(search, 1),
        QueriesPerSecond2 = RateOf(search, 2),
        SearchAnonymousBytes = searchBytes,
        Quality = [.. questions.Names.Select(set => QualityOf(set, search.Rankings)).Where(q => q.Queries > 0)],
    };

    private static double RateOf(SearchOutput search, int threads) =>
        Percentiles.Of(search.Windows.Where(w => w.Threads == threads).Select(w => w.QueriesPerSecond), 0.5);

    private QualityFigures QualityOf(string set, IReadOnlyList<PeerRanking> rankings)
    {
        RetrievalMetrics[] rows = [.. rankings.Where(r => r.Set == set).Select(MetricsOf)];
        var mean = RetrievalMetrics.MeanOf(rows);
        return new QualityFigures(set, rows.Length, mean.NdcgAt10, mean.RecallAt100);
    }

    private RetrievalMetrics MetricsOf(PeerRanking ranking) =>
        RetrievalMetrics.Of([.. ranking.Papers.Select(p => new PaperId(p)).Distinct()], questions.GradesOf(ranking.Set, ranking.Id));
}
