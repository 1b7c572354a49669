using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Comparison;
using PaperChat.Papers;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class ComparePapersTool : PaperTool
{
    private const int Most = 6;

    private static readonly string[] AspectNames = [.. ComparisonAspects.All.Select(ComparisonAspects.Name)];

    private static readonly TextListParameter Named = PaperParameter.Several(2, Most);

    private static readonly TextListParameter Wanted = new(
        "aspects", $"Only these rows, of: {string.Join(", ", AspectNames)}. All without it.", 0, AspectNames.Length, 20);

    public override string Name => "compare_papers";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Named, Wanted];

    protected override string Title => "Compare papers";

    protected override string Purpose =>
        $"Set 2 to {Most} papers side by side: what each abstract says on problem, approach, data, results and other aspects, as quotations, "
        + "and the figures they report on the same data set. \"Not stated\" means that the abstract does not say it.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.ComparisonShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var aspects = PaperComparisons.Aspects(Wanted.Read(call.Arguments));
        var papers = new List<Paper>();
        foreach (var name in Named.Read(call.Arguments))
        {
            var paper = await PaperNames.FindAsync(call.Desk, name, cancellationToken);
            papers.Add(papers.All(p => p.Id != paper.Id) ? paper : throw new ToolException(
                $"'{name}' names \"{ReadableText.Title(paper)}\" a second time. Give papers that differ, by their ids."));
        }

        var comparison = await new PaperComparisons(call.Desk).CompareAsync(papers, aspects, extractive: false, cancellationToken);
        return ToolReply.Of(ComparisonSheet.Of(comparison), ReadableText.Shape(comparison), WireJson.Relaxed.ComparisonShape);
    }
}
