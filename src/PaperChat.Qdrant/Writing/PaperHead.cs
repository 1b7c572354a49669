using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>What has to be known of a stored paper before one of the same name is written.</summary>
internal sealed record PaperHead(string Hash, IReadOnlyList<PaperId> Aliases, bool IsEmbedded, bool IsPending)
{
    public static PaperHead Of(PaperContent content) => new(content.Hash, content.Aliases, content.IsEmbedded, content.IsPending);
}
