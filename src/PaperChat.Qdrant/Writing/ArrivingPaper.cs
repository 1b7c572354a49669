using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Writing;

/// <summary>An entry that a writer took, and its hash, which is made once.</summary>
internal sealed class ArrivingPaper(PaperEntry entry)
{
    private string? _hash;

    public PaperEntry Entry => entry;

    public string Hash => _hash ??= HashOf(entry.Paper, entry.Chunks);

    /// <summary>All ids that have to be looked up before the entry can be merged.</summary>
    public IEnumerable<PaperId> Ids => (entry.Aliases ?? []).Prepend(entry.Paper.Id);

    public static string HashOf(Paper paper, IReadOnlyList<Chunk> chunks) => Convert.ToHexStringLower(ContentHash.Of(paper, chunks));
}
