using System.Text.Json;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>What has to be known of a stored paper before one of the same name is written.</summary>
/// <param name="Hash">Of its content.</param>
/// <param name="Aliases">Its other ids.</param>
/// <param name="IsEmbedded">Whether its chunks have vectors.</param>
/// <param name="IsPending">Whether it was left half written.</param>
/// <param name="OnlySource">The source of a paper of one record in one version; null for another one.</param>
/// <param name="Revision">What a writer must have read to replace it.</param>
internal sealed record PaperHead(string Hash, IReadOnlyList<PaperId> Aliases, bool IsEmbedded, bool IsPending, string? OnlySource, string Revision)
{
    /// <summary>The keys that <see cref="Read"/> needs, and those by which a paper is found.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        PointKeys.Type, PointKeys.Paper, PointKeys.Hash, PointKeys.Aliases, PointKeys.Embedded, PointKeys.Pending, PointKeys.Chunks, PointKeys.Revision,
        PointKeys.Provenance, PointKeys.Records, PointKeys.MatchKeys,
    ];

    /// <summary>The revision of what is left of a paper's point until its other points are deleted.</summary>
    public static string GoneRevision(PaperId paper) => "gone:" + paper.Value;

    public static PaperHead Of(PaperContent content) => new(
        content.Hash, content.Aliases, content.IsEmbedded, content.IsPending, content.Work.NeedsRecords ? null : content.Records[0].Source, content.Revision);

    public static PaperHead Read(JsonElement payload) => new(
        PaperPayloadReader.Text(payload, PointKeys.Hash)!,
        PaperPayloadReader.Aliases(payload),
        payload.GetProperty(PointKeys.Embedded).GetBoolean(),
        payload.TryGetProperty(PointKeys.Pending, out _),
        PaperPayloadReader.OnlySource(payload),
        PaperPayloadReader.Text(payload, PointKeys.Revision)!);
}
