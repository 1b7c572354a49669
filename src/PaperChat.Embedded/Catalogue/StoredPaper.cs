using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>A paper as the catalogue holds it. <see cref="Key"/> is the catalogue's own number of it.</summary>
internal sealed record StoredPaper(long Key, Paper Paper, IReadOnlyList<Chunk> Chunks);
