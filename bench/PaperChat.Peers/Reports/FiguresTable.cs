using System.Globalization;
using System.Text;
using PaperChat.Peers.Figures;

namespace PaperChat.Peers.Reports;

/// <summary>Writes the figures as Markdown tables: all of one size together, then growth and quality.</summary>
internal static class FiguresTable
{
    public static string Write(ComparisonFigures figures)
    {
        var text = new StringBuilder();
        Line(text, $"Measured on {figures.Measured:yyyy-MM-dd} on a machine with {figures.Cores} cores; {figures.Queries} different queries, `--minutes {figures.Minutes}`.");
        foreach (var size in figures.Sizes)
        {
            AppendSize(text, size);
        }

        AppendGrowth(text, figures.Sizes);
        AppendQuality(text, figures.Sizes);
        if (figures.Notes.Count > 0)
        {
            Line(text, $"\n### Left out\n");
            foreach (var note in figures.Notes)
            {
                Line(text, $"* {Cell(note)}");
            }
        }

        return text.ToString();
    }

    private static void AppendSize(StringBuilder text, SizeFigures size)
    {
        var mixed = size.Papers > size.Real ? Invariant($", {size.Real:N0} of them real") : "";
        Line(text, $"\n### {size.Papers:N0} papers{mixed} ({Megabytes(size.Bytes)} MB of JSON Lines)\n");
        Line(text, $"| engine | build, papers/s | build memory, MB | on disk, MB | open, ms | median, ms | 99th percentile, ms | queries/s, 1 thread | queries/s, 2 threads | gain | search memory, MB | queries timed |");
        Line(text, $"|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var e in size.Engines)
        {
            Line(text, $"| {Cell(e.Engine)} | {size.Papers / e.BuildSeconds:N0} | {Megabytes(e.BuildAnonymousBytes)} | {Megabytes(e.IndexBytes)} | {Significant.Of(e.OpenMs)} | {Significant.Of(e.MedianMs)} | {Significant.Of(e.P99Ms)} | {Significant.Of(e.QueriesPerSecond1)} | {Significant.Of(e.QueriesPerSecond2)} | {e.QueriesPerSecond2 / e.QueriesPerSecond1:0.00} | {Megabytes(e.SearchAnonymousBytes)} | {e.TimedQueries:N0} |");
        }
    }

    private static void AppendGrowth(StringBuilder text, IReadOnlyList<SizeFigures> sizes)
    {
        string[] engines = [.. sizes.SelectMany(s => s.Engines).Select(e => e.Engine).Distinct(StringComparer.Ordinal)];
        Line(text, $"\n### Median latency by size, ms (and how many times the first engine's)\n");
        Line(text, $"| engine |{string.Concat(sizes.Select(s => Invariant($" {s.Papers:N0} |")))}");
        Line(text, $"|---|{string.Concat(sizes.Select(_ => "---:|"))}");
        foreach (var engine in engines)
        {
            Line(text, $"| {Cell(engine)} |{string.Concat(sizes.Select(s => $" {MedianCell(s, engine)} |"))}");
        }
    }

    private static string MedianCell(SizeFigures size, string engine)
    {
        if (size.Engines.FirstOrDefault(e => e.Engine == engine) is not { } figures)
        {
            return "–";
        }

        return figures == size.Engines[0]
            ? Significant.Of(figures.MedianMs)
            : Invariant($"{Significant.Of(figures.MedianMs)} ({Significant.Of(figures.MedianMs / size.Engines[0].MedianMs)}×)");
    }

    private static void AppendQuality(StringBuilder text, IReadOnlyList<SizeFigures> sizes)
    {
        if (sizes.FirstOrDefault(s => s.Engines.Any(e => e.Quality.Count > 0)) is not { } size)
        {
            return;
        }

        Line(text, $"\n### Quality with {size.Papers:N0} papers\n");
        Line(text, $"| engine | questions | ranked | nDCG@10 | recall@100 |");
        Line(text, $"|---|---|---:|---:|---:|");
        foreach (var (e, q) in size.Engines.SelectMany(e => e.Quality.Select(q => (e, q))).OrderBy(r => r.q.Set, StringComparer.Ordinal))
        {
            Line(text, $"| {Cell(e.Engine)} | {Cell(q.Set)} | {q.Queries} | {q.NdcgAt10:0.0000} | {q.RecallAt100:0.0000} |");
        }
    }

    private static string Megabytes(long? bytes) => bytes is { } b ? (b / 1e6).ToString("N0", CultureInfo.InvariantCulture) : "–";

    // A bar or a line break would end the cell; a message of another program may hold both.
    private static string Cell(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(Invariant(line)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
