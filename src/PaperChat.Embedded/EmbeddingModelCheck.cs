using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>Says that a library's vectors and a program's embedding model do not belong together.</summary>
internal static class EmbeddingModelCheck
{
    public static IndexIncompatibleException Other(LibraryFolder folder, EmbeddingModelInfo library, EmbeddingModelInfo program) => new(
        $"The vectors of the library in {folder.Path} were made by {library.Describe()}, this program uses {program.Describe()}. "
        + $"Change the library's model with paperchat-ingest reembed --library \"{folder.Path}\", or set Embeddings:Model to the library's.");

    /// <summary>For readers, which may meet a library whose model was changed while they had it open.</summary>
    public static IndexIncompatibleException Other(EmbeddingModelInfo library, EmbeddingModelInfo program) => new(
        $"The library's vectors were made by {library.Describe()}, this program uses {program.Describe()}. Set Embeddings:Model to the "
        + "library's and start again, or change the library's model with paperchat-ingest reembed.");

    public static IndexIncompatibleException Missing(LibraryFolder folder, EmbeddingModelInfo library) => new(
        $"The vectors of the library in {folder.Path} were made by {library.Describe()}, this program is set to use no embedding model, "
        + "so it cannot add papers. Set Embeddings:Model to the library's, or take the vectors out with "
        + $"paperchat-ingest reembed --library \"{folder.Path}\"");
}
