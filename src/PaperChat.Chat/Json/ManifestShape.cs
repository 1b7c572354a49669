using PaperChat.Library;

namespace PaperChat.Chat.Json;

internal sealed record ManifestShape(int SchemaVersion, string Analyzer, EmbeddingModelInfo? EmbeddingModel, DateTimeOffset Created)
{
    public static ManifestShape Of(LibraryManifest manifest) =>
        new(manifest.SchemaVersion, manifest.Analyzer, manifest.EmbeddingModel, manifest.Created);
}
