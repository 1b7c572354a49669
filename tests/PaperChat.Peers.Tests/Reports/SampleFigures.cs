using PaperChat.Peers.Figures;

namespace PaperChat.Peers.Tests.Reports;

internal static class SampleFigures
{
    public static ComparisonFigures Of(params SizeFigures[] sizes) => new()
    {
        Measured = new DateTimeOffset(2025, 3, 4, 5, 6, 7, TimeSpan.Zero),
        Cores = 2,
        Queries = 909,
        Minutes = 1,
        Sizes = sizes,
        Notes = ["Xapian was not measured: it said a|b\nand ended."],
    };

    public static EngineFigures Engine(string name, double medianMs) => new()
    {
        Engine = name,
        BuildSeconds = 2,
        BuildAnonymousBytes = 150_000_000,
        IndexBytes = 30_000_000,
        OpenMs = 12.34,
        TimedQueries = 2727,
        MedianMs = medianMs,
        P99Ms = medianMs * 4,
        QueriesPerSecond1 = 1000,
        QueriesPerSecond2 = 1900,
        SearchAnonymousBytes = null,
        Quality = [new QualityFigures("tldr", 704, 0.85, 0.97)],
    };
}
