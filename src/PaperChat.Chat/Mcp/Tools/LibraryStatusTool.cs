using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Library;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class LibraryStatusTool : PaperTool
{
    private const int ShownRuns = 5;

    public override string Name => "library_status";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [];

    protected override string Title => "Library status";

    protected override string Purpose => "What the library holds: number of papers, years, days listed, and when papers came in last.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.LibraryStatsShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var library = call.Desk.Library;
        var state = await library.GetStateAsync(cancellationToken);
        var runs = await library.GetRunsAsync(ShownRuns, cancellationToken);
        var shape = LibraryStatsShape.Of(call.Desk.Name, state, await library.GetManifestAsync(cancellationToken), runs);
        return ToolReply.Of(Text(call, state, runs), shape, WireJson.Relaxed.LibraryStatsShape);
    }

    private static string Text(ToolCall call, LibraryState state, IReadOnlyList<IngestionRun> runs)
    {
        if (state.Papers == 0)
        {
            return "The library is empty. The user can put papers in with: paperchat-ingest PATH";
        }

        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{state.Papers:N0} papers (titles and abstracts)"));
        if (state.Summaries > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", of them {state.Summaries:N0} of kind summary ({PaperText.SummaryNotice})");
        }

        if (state.FirstYear is { } first && state.LastYear is { } last)
        {
            text.Append(CultureInfo.InvariantCulture, $"; years {first} to {last}");
        }

        if (state.FirstListed is { } from && state.LastListed is { } to)
        {
            text.Append(CultureInfo.InvariantCulture, $"; listed {PaperText.Day(from)} to {PaperText.Day(to)}");
        }

        if (runs.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; last ingestion {runs[0].Started:yyyy-MM-dd HH:mm} UTC, {runs[0].Added:N0} new");
        }

        return text.Append(call.Desk.Model is null ? ". Answers are made of the papers' own sentences." : ". Answers are written by a chat model and checked.").ToString();
    }
}
