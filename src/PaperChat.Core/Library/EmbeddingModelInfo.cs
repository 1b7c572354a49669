namespace PaperChat.Library;

/// <summary>The model that made a library's vectors: its name, the vectors' dimension, and a hash of its weights (hex).</summary>
public sealed record EmbeddingModelInfo(string Name, int Dimension, string Hash);
