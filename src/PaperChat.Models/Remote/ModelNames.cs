using Microsoft.Extensions.AI;

namespace PaperChat.Models.Remote;

/// <summary>The name under which a model stands in logs and messages.</summary>
internal static class ModelNames
{
    public static string Name(this IChatClient client) =>
        client.GetService(typeof(ChatClientMetadata)) is ChatClientMetadata { DefaultModelId: { } model } ? model : "the chat model";

    public static string Name(this IEmbeddingGenerator generator) =>
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata { DefaultModelId: { } model } ? model : "the embedding model";
}
