using System.Text.Json.Serialization.Metadata;
using PaperChat.Bibliography;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Papers;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class ExportCitationsTool : PaperTool
{
    private const int Most = 50;

    private static readonly TextListParameter Named = PaperParameter.Several(1, Most);

    private static readonly ChoiceParameter Format = new("format", "The format of the bibliography.", BibliographyFormats.Names, BibliographyFormats.Default);

    public override string Name => "export_citations";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Named, Format];

    protected override string Title => "Export citations";

    protected override string Purpose =>
        $"Write up to {Most} papers of the library as a bibliography: BibTeX, RIS, CSL-JSON or APA. Give it to the user as it is.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.BibliographyShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var name = Format.Read(call.Arguments);
        var papers = new List<Paper>();
        var missing = new List<ToolException>();
        foreach (var wanted in Named.Read(call.Arguments))
        {
            if (await PaperNames.TryFindAsync(call.Desk, wanted, cancellationToken) is { } paper)
            {
                papers.Add(paper);
            }
            else
            {
                missing.Add(await PaperNames.UnknownAsync(call.Desk, wanted, cancellationToken));
            }
        }

        // A bibliography that silently lacks a paper is wrong: nothing is given until every name fits.
        if (missing.Count > 0)
        {
            throw new ToolException(string.Join("\n", missing.Select(m => m.Message)));
        }

        var format = BibliographyFormats.Parse(name);
        var entries = BibliographyWriter.Entries(papers, format, withAbstracts: false);
        var shape = new BibliographyShape(name, [.. entries.Select(e => new BibliographyEntryShape(e.Key, e.Paper.Id.Value, e.Text))]);
        return ToolReply.Of(BibliographyWriter.Join(entries, format), shape, WireJson.Relaxed.BibliographyShape);
    }
}
