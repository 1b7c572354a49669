using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class SimilarPapersTool : PaperTool
{
    private static readonly NumberParameter Limit = new("limit", "Most papers.", least: 1, most: 30, preset: 10);

    public override string Name => "similar_papers";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [PaperParameter.One, Limit, .. FilterParameters.All];

    protected override string Title => "Find similar papers";

    protected override string Purpose =>
        "Papers of the library that are most like one of its papers, nearest first, with ids. Use it to widen a search from a good hit.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.SearchShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var limit = Limit.Read(call.Arguments);
        var paper = await PaperNames.FindAsync(call.Desk, PaperParameter.One.Require(call.Arguments), cancellationToken);
        var result = await call.Desk.Similar.FindAsync(paper, call.Filters, limit, cancellationToken);
        var text = $"Like {ReadableText.Entry("", paper).Trim()}\n\n{SearchSheet.Of(result, call.Filters)}";
        return ToolReply.Of(text, ReadableText.Shape(result), WireJson.Relaxed.SearchShape);
    }
}
