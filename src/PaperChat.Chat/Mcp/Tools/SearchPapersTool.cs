using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class SearchPapersTool : PaperTool
{
    private static readonly TextParameter Query = new(
        "query", "Words of the topic, \"quoted phrases\", -excluded words. Plain words do best; a whole question works too.", QuestionText.MaxLength)
    { IsRequired = true };

    private static readonly NumberParameter Limit = new("limit", "Most papers.", least: 1, most: 30, preset: 10);

    public override string Name => "search_papers";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Query, Limit, .. FilterParameters.All];

    protected override string Title => "Search papers";

    protected override string Purpose =>
        "Find papers of the library for words or a question: ranked titles with ids, and the passage of each that fits best. "
        + "Use it to find ids for the other tools, or where a list is wanted; for an answer use ask_papers. "
        + "The library holds titles and abstracts, not full texts.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.SearchShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var query = new PaperQuery { Text = Query.Require(call.Arguments), Limit = Limit.Read(call.Arguments), Filters = call.Filters };
        var result = await call.Desk.Search.SearchAsync(query, cancellationToken);
        return ToolReply.Of(SearchSheet.Of(result, call.Filters), ReadableText.Shape(result), WireJson.Relaxed.SearchShape);
    }
}
