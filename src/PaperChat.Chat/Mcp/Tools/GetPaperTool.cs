using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class GetPaperTool : PaperTool
{
    public override string Name => "get_paper";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [PaperParameter.One];

    protected override string Title => "Read a paper";

    protected override string Purpose =>
        "One paper of the library: title, authors, year, venue, links and the whole abstract. Full texts are not held.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.PaperShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var paper = await PaperNames.FindAsync(call.Desk, PaperParameter.One.Require(call.Arguments), cancellationToken);
        return ToolReply.Of(PaperSheet.Of(paper), ReadableText.Shape(paper, withAbstract: true), WireJson.Relaxed.PaperShape);
    }
}
