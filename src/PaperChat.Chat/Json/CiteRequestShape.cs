using System.Text.Json.Serialization;

namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/cite</c> takes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CiteRequestShape
{
    /// <summary>Ids, titles or names.</summary>
    public IReadOnlyList<string>? Papers { get; init; }

    /// <summary><c>bibtex</c>, <c>ris</c>, <c>csl-json</c> or <c>apa</c>.</summary>
    public string? Format { get; init; }

    /// <summary>With abstracts and keywords.</summary>
    public bool Abstracts { get; init; }
}
