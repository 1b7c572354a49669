using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Bibliography;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary><c>POST /api/cite</c>: papers as a bibliography.</summary>
internal static class CiteEndpoint
{
    public static void MapCite(this IEndpointRouteBuilder api) => api.MapPost("/cite", CiteAsync)
        .WithSummary("Writes papers as a bibliography").Produces<CitedShape>();

    private static async Task<IResult> CiteAsync(CiteRequestShape request, PaperDesk desk, CancellationToken cancellationToken)
    {
        var name = request.Format ?? BibliographyFormats.Default;
        if (!BibliographyFormats.TryParse(name, out var format))
        {
            throw new UsageException($"format is {string.Join(", ", BibliographyFormats.Names)}, not '{TerminalText.Line(name)}'.");
        }

        var (found, missing) = await desk.Lookup(desk.Filters).FindAllAsync(RequestLimits.Names(request.Papers), cancellationToken);
        if (found.Count == 0)
        {
            throw new NotFoundException("The library holds none of these papers; a search for words of a title finds papers and their ids.");
        }

        var entries = BibliographyWriter.Entries(found, format, request.Abstracts);
        var shapes = entries.Select(e => new BibliographyEntryShape(e.Key, e.Paper.Id.Value, e.Text));
        return TypedResults.Json(
            new CitedShape(name, BibliographyWriter.Join(entries, format), [.. shapes], missing.Count > 0 ? missing : null), WireJson.Relaxed.CitedShape);
    }
}
