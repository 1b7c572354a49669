using System.Security.Cryptography;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>All that a collection knows of one paper.</summary>
internal sealed record PaperContent
{
    private const int RevisionBytes = 12;

    public required Paper Paper { get; init; }

    public required IReadOnlyList<Chunk> Chunks { get; init; }

    /// <summary>What the paper is made of; never empty.</summary>
    public required IReadOnlyList<WorkRecord> Records { get; init; }

    /// <summary>Under which the work is found without a common id, in hex; see <see cref="Matching.WorkKeys"/>.</summary>
    public IReadOnlyList<string> MatchKeys { get; init; } = [];

    public IReadOnlyList<PaperId> Aliases { get; init; } = [];

    /// <summary>See <see cref="ContentHash"/>, in hex.</summary>
    public required string Hash { get; init; }

    public bool IsEmbedded { get; init; }

    /// <summary>True while points of this paper, or of the papers in <see cref="Moved"/>, are still to be written or deleted.</summary>
    public bool IsPending { get; init; }

    /// <summary>Ids that the paper had before, whose points are still to be deleted.</summary>
    public IReadOnlyList<MovedPaper> Moved { get; init; } = [];

    /// <summary>See <see cref="PointKeys.Revision"/>; made by <see cref="Sealed"/>.</summary>
    public string Revision { get; init; } = "";

    public StoredWork Work => new(Paper, Chunks, Records);

    /// <summary>With the revision, which is the same for two contents exactly when all is that stays in the paper's point.</summary>
    public PaperContent Sealed()
    {
        using var said = new MemoryStream();
        using (var json = new Utf8JsonWriter(said))
        {
            json.WriteStartObject();
            json.WriteString(PointKeys.Hash, Hash);
            json.WriteBoolean(PointKeys.Embedded, IsEmbedded);
            PaperPayloadWriter.WriteSources(json, this);
            json.WriteEndObject();
        }

        return this with { Revision = Convert.ToHexStringLower(SHA256.HashData(said.GetBuffer().AsSpan(0, (int)said.Length)).AsSpan(0, RevisionBytes)) };
    }
}
