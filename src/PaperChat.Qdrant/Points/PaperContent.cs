using System.Security.Cryptography;
using System.Text;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>All that a collection knows of one paper.</summary>
internal sealed record PaperContent
{
    private const int RevisionBytes = 12;

    public required Paper Paper { get; init; }

    public required IReadOnlyList<Chunk> Chunks { get; init; }

    public required Provenance Provenance { get; init; }

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

    /// <summary>With the revision, which is the same for two contents exactly when all is that stays in the paper's point.</summary>
    public PaperContent Sealed()
    {
        var parts = new StringBuilder(Hash).Append(IsEmbedded ? '+' : '-')
            .Append(Provenance.Format).Append('\n').Append(Provenance.Location).Append('\n').Append(Provenance.Line);
        foreach (var alias in Aliases)
        {
            parts.Append('\n').Append(alias.Value);
        }

        return this with { Revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())).AsSpan(0, RevisionBytes)) };
    }
}
