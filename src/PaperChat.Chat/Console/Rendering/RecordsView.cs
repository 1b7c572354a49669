using System.Globalization;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows the records that a paper is made of: what each one gave, its versions, and the texts that are no longer the paper's.</summary>
internal sealed class RecordsView(IAnsiConsole console)
{
    private const int Indent = 3;

    public void Write(MergedPaper merged)
    {
        ArgumentNullException.ThrowIfNull(merged);
        console.WriteLine();
        Line(Title(merged.Records), Palette.Note, indent: 0);
        for (var i = 0; i < merged.Records.Count; i++)
        {
            var record = merged.Records[i];
            Line($"{PaperLines.Rank(i + 1)} {record.Source}, {record.Id}", Palette.Title, indent: 0);
            var gave = merged.FieldsOf(record);
            Line(gave.Count > 0 ? "gave " + string.Join(", ", gave) : "gave nothing that another one does not say", Style.Plain);
            foreach (var state in record.History())
            {
                WriteState(state, merged.Paper);
            }
        }
    }

    private static string Title(IReadOnlyList<WorkRecord> records)
    {
        var versions = records.Sum(r => r.Versions.Count);
        return string.Create(CultureInfo.InvariantCulture, $"Made of {Count(records.Count, "record")} in {Count(versions, "version")}");
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private void WriteState(RecordState state, Paper paper)
    {
        var seen = state.Version.Seen.ToString("O", CultureInfo.InvariantCulture);
        var version = state.Version.Paper.Version is { } number ? string.Create(CultureInfo.InvariantCulture, $" version {number},") : "";
        var changed = state.Changed.Count > 0 ? "; changed: " + string.Join(", ", state.Changed) : "";
        Line($"{seen}{version} {Place(state.Version.Provenance)}{changed}", Palette.Note);
        if (state.Paper.Title != paper.Title)
        {
            Line("title: " + PaperText.Cleaned(state.Paper.Title), Style.Plain, 2 * Indent);
        }

        if (state.Paper.Abstract.Length > 0 && state.Paper.Abstract != paper.Abstract)
        {
            Line("abstract: " + PaperText.Cleaned(state.Paper.Abstract), Style.Plain, 2 * Indent);
        }
    }

    private static string Place(Provenance place) => place.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Format}, {place.Location}:{line}")
        : $"{place.Format}, {place.Location}";

    private void Line(string text, Style style, int indent = Indent) =>
        new FlowWriter(console, indent).Write(TerminalText.Line(text), style).EndLine();
}
