using System.Text.Json;
using PaperChat.Papers;

namespace PaperChat.TestSupport;

/// <summary>A text that is the same for two papers exactly when they say the same; records with lists compare by reference.</summary>
public static class CanonicalForm
{
    public static string Of(Paper paper, IReadOnlyList<Chunk>? chunks = null) => JsonSerializer.Serialize(new { paper, chunks });
}
