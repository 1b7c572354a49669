namespace PaperChat.Models.Remote;

/// <summary>Lengths of the vectors of common embedding models, as their makers state them; a tag behind a colon does not matter.</summary>
public static class KnownDimensions
{
    private static readonly Dictionary<string, int> Models = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text-embedding-3-small"] = 1536,
        ["text-embedding-3-large"] = 3072,
        ["text-embedding-ada-002"] = 1536,
        ["nomic-embed-text"] = 768,
        ["mxbai-embed-large"] = 1024,
        ["all-minilm"] = 384,
        ["bge-m3"] = 1024,
        ["bge-large"] = 1024,
        ["snowflake-arctic-embed"] = 1024,
        ["snowflake-arctic-embed2"] = 1024,
    };

    /// <summary>Null for a model that is not in the list.</summary>
    public static int? Of(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Models.TryGetValue(model.Split(':')[0], out var dimensions) ? dimensions : null;
    }
}
