using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Api.OpenAI.Shapes;
using PaperChat.Chat.Desk;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary>
/// The part of OpenAI's API that chat front ends and libraries use, with PaperChat as the model: models, chat completions and
/// embeddings. See https://platform.openai.com/docs/api-reference for the shapes.
/// </summary>
internal static class OpenAIEndpoints
{
    public const string Prefix = "/v1";

    public static void MapOpenAI(this IEndpointRouteBuilder app)
    {
        var v1 = app.MapGroup(Prefix).WithTags("OpenAI-compatible");
        v1.MapGet("/models", (PaperDesk desk) => TypedResults.Json(new ModelList(ServedModels.CardsOf(desk)), OpenAIJson.Relaxed.ModelList))
            .WithSummary("The models that can be asked").Produces<ModelList>();
        v1.MapGet("/models/{**id}", (string id, PaperDesk desk) => TypedResults.Json(
                ServedModels.CardsOf(desk).FirstOrDefault(m => m.Id == id) ?? throw ServedModels.Unknown(id, desk), OpenAIJson.Relaxed.ModelCard))
            .WithSummary("One model").Produces<ModelCard>();
        v1.MapPost("/chat/completions", ChatCompletionEndpoint.CompleteAsync)
            .WithSummary("A conversation, answered from papers").Accepts<ChatCompletionRequest>("application/json").Produces<ChatCompletion>();
        v1.MapPost("/embeddings", EmbeddingEndpoint.EmbedAsync)
            .WithSummary("Vectors of texts by the library's model").Accepts<EmbeddingRequest>("application/json").Produces<EmbeddingList>();
    }
}
