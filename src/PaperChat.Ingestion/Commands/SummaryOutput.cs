using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>The closing line of an ingestion, or its JSON object; and the line of a plan.</summary>
internal static class SummaryOutput
{
    public static void Write(CommandContext context, IngestionSummary summary) =>
        context.Console.Out.WriteLine(context.Settings.Json ? IngestionJson.Summary(summary) : Describe(summary));

    internal static string Describe(IngestionSummary summary)
    {
        var merged = Part(summary.Counts.Merged, "merged (further records of papers that are in the library)");
        return (IsNothing(summary.Counts) ? "Nothing changed: " : "") + Figures(summary, merged);
    }

    /// <summary>What an ingestion would do, and what an embedding service would be given for it.</summary>
    internal static string DescribePlan(IngestionSummary summary, PlannedEmbedding? embedding)
    {
        var duplicates = FormattableString.Invariant($", {summary.Counts.Merged:N0} duplicates");
        var cost = embedding is null
            ? ""
            : FormattableString.Invariant($"{Environment.NewLine}{TerminalText.Line(embedding.Model)} would be given at most {embedding.Texts:N0} texts of about {embedding.Tokens:N0} tokens.");
        return (IsNothing(summary.Counts) ? "Nothing would change: " : "It would be: ") + Figures(summary, duplicates) + cost;
    }

    private static bool IsNothing(IngestionCounts counts) => counts.Added + counts.Changed + counts.Merged == 0;

    private static string Figures(IngestionSummary summary, string merged)
    {
        var counts = summary.Counts;
        var superseded = Part(counts.Superseded, "left out (summaries of papers that are in the library)");
        var marked = Part(counts.Marked, "marked (text that instructs language models; it is never given to one)");
        return FormattableString.Invariant(
            $"{counts.Added:N0} added, {counts.Changed:N0} changed{merged}, {counts.Unchanged:N0} unchanged{superseded}, {counts.Rejected:N0} rejected{marked} ({summary.Elapsed.TotalSeconds:N1} s)");
    }

    private static string Part(long count, string what) => count == 0 ? "" : FormattableString.Invariant($", {count:N0} {what}");
}
