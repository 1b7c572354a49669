using Microsoft.Extensions.Configuration;
using PaperChat.Library;
using PaperChat.Models;

namespace PaperChat.Hosting;

/// <summary>Which embedding model the configuration names; the one place that knows the implementations.</summary>
internal static class EmbeddingSettings
{
    private const string Key = "Embeddings:Model";
    private const string BuiltIn = "built-in";
    private const string None = "none";

    /// <summary>The built-in model unless <c>Embeddings:Model</c> names a Model2Vec folder; null where it says <c>none</c>.</summary>
    /// <exception cref="PaperChatException">The folder holds no model that can be read.</exception>
    public static EmbeddingModel? Open(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => new EmbeddingModel(new StaticEmbeddingGenerator()),
        var name when name.Equals(BuiltIn, StringComparison.OrdinalIgnoreCase) => new EmbeddingModel(new StaticEmbeddingGenerator()),
        var name when name.Equals(None, StringComparison.OrdinalIgnoreCase) => null,
        var folder when Directory.Exists(folder) => new EmbeddingModel(Model2VecEmbeddingGenerator.Open(folder)),
        var other => throw new UsageException(
            $"{Key} names the folder of a Model2Vec model, or is {BuiltIn} or {None}; there is no folder {TerminalText.Line(other)}."),
    };
}
