using System.Text.Json;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>What has to be known of a stored paper before one of the same name is written.</summary>
internal sealed record PaperHead(string Hash, IReadOnlyList<PaperId> Aliases, bool IsEmbedded, bool IsPending, string Revision)
{
    /// <summary>The keys that <see cref="Read"/> needs.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        PointKeys.Type, PointKeys.Paper, PointKeys.Hash, PointKeys.Aliases, PointKeys.Embedded, PointKeys.Pending, PointKeys.Chunks, PointKeys.Revision,
    ];

    /// <summary>The revision of what is left of a paper's point until its other points are deleted.</summary>
    public static string GoneRevision(PaperId paper) => "gone:" + paper.Value;

    public static PaperHead Of(PaperContent content) => new(content.Hash, content.Aliases, content.IsEmbedded, content.IsPending, content.Revision);

    public static PaperHead Read(JsonElement payload) => new(
        PaperPayloadReader.Text(payload, PointKeys.Hash)!,
        [.. PaperPayloadReader.Texts(payload, PointKeys.Aliases).Select(a => new PaperId(a))],
        payload.GetProperty(PointKeys.Embedded).GetBoolean(),
        payload.TryGetProperty(PointKeys.Pending, out _),
        PaperPayloadReader.Text(payload, PointKeys.Revision)!);
}
