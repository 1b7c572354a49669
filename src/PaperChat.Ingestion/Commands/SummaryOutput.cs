using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>The closing line of an ingestion, or its JSON object.</summary>
internal static class SummaryOutput
{
    public static void Write(CommandContext context, IngestionSummary summary, bool isPlan) =>
        context.Console.Out.WriteLine(context.Settings.Json ? IngestionJson.Summary(summary, isPlan) : Describe(summary, isPlan));

    internal static string Describe(IngestionSummary summary, bool isPlan)
    {
        var counts = summary.Counts;
        var nothing = counts.Added + counts.Changed + counts.Merged == 0;
        var beginning = (isPlan, nothing) switch
        {
            (true, true) => "Nothing would change: ",
            (true, false) => "It would be: ",
            (false, true) => "Nothing changed: ",
            (false, false) => "",
        };
        var merged = counts.Merged == 0
            ? ""
            : FormattableString.Invariant($", {counts.Merged:N0} merged (further records of papers that are in the library)");
        var superseded = counts.Superseded == 0
            ? ""
            : FormattableString.Invariant($", {counts.Superseded:N0} left out (summaries of papers that are in the library)");
        var marked = counts.Marked == 0
            ? ""
            : FormattableString.Invariant($", {counts.Marked:N0} marked (text that instructs language models; it is never given to one)");
        return FormattableString.Invariant(
            $"{beginning}{counts.Added:N0} added, {counts.Changed:N0} changed{merged}, {counts.Unchanged:N0} unchanged{superseded}, {counts.Rejected:N0} rejected{marked} ({summary.Elapsed.TotalSeconds:N1} s)");
    }
}
