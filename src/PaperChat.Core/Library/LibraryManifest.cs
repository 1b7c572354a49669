namespace PaperChat.Library;

/// <summary>What a library was built with. Opening it with another schema or analyser is an <see cref="IndexIncompatibleException"/>.</summary>
public sealed record LibraryManifest
{
    public required int SchemaVersion { get; init; }

    /// <summary>Name and version of the text analyser, see <see cref="Text.TextAnalyzer.Version"/>.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The model of the library's vectors; null when it has none.</summary>
    public EmbeddingModelInfo? EmbeddingModel { get; init; }

    public required DateTimeOffset Created { get; init; }
}
