namespace PaperChat.Library;

/// <summary>The model that made a library's vectors: its name, the vectors' dimension, and a hash of its weights (hex).</summary>
public sealed record EmbeddingModelInfo(string Name, int Dimension, string Hash)
{
    private const int ShownHash = 12;

    /// <summary>For messages: name, dimension and the beginning of the hash.</summary>
    public string Describe() => $"{Name} ({Dimension} numbers, hash {Hash[..Math.Min(ShownHash, Hash.Length)]})";

    /// <summary>Whether vectors of both may be compared; a model may have several names.</summary>
    public bool MakesSameVectors(EmbeddingModelInfo other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Dimension == other.Dimension && Hash == other.Hash;
    }
}
