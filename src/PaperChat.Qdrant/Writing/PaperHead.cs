using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>What has to be known of a stored paper before one of the same name is written.</summary>
/// <param name="Hash">Of its content.</param>
/// <param name="Aliases">Its other ids.</param>
/// <param name="IsEmbedded">Whether its chunks have vectors.</param>
/// <param name="IsPending">Whether it was left half written.</param>
/// <param name="OnlySource">The source of a paper of one record in one version; null for another one.</param>
internal sealed record PaperHead(string Hash, IReadOnlyList<PaperId> Aliases, bool IsEmbedded, bool IsPending, string? OnlySource)
{
    public static PaperHead Of(PaperContent content) => new(content.Hash, content.Aliases, content.IsEmbedded, content.IsPending, content.Work.NeedsRecords ? null : content.Records[0].Source);
}
