using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary><c>/api/papers</c>: papers with their abstracts, one by its id in the address, several (or ids of any form) as <c>?id=</c>.</summary>
internal static class PaperEndpoints
{
    public static void MapPapers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/papers/{**id}", GetAsync).WithSummary("A paper with its abstract").Produces<PaperShape>();
        api.MapGet("/papers", GetManyAsync).WithSummary("Papers by their ids").Produces<PapersShape>();
    }

    private static async Task<IResult> GetAsync(string id, PaperDesk desk, CancellationToken cancellationToken) => TypedResults.Json(
        PaperShape.Of(await desk.GetAsync(PaperIdInPath.Read(id), cancellationToken), withAbstract: true), WireJson.Relaxed.PaperShape);

    private static async Task<IResult> GetManyAsync(string[] id, PaperDesk desk, CancellationToken cancellationToken)
    {
        if (id.Length is 0 or > RequestLimits.Papers)
        {
            throw new UsageException($"Give from 1 to {RequestLimits.Papers} ids: /api/papers?id=A&id=B");
        }

        List<PaperShape> papers = [];
        foreach (var one in id)
        {
            if (await desk.Library.GetAsync(PaperIdText.Meanings(one), cancellationToken) is [var paper, ..])
            {
                papers.Add(PaperShape.Of(paper, withAbstract: true));
            }
        }

        return TypedResults.Json(new PapersShape(papers), WireJson.Relaxed.PapersShape);
    }
}
