using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>What a record said when it was read.</summary>
/// <param name="Paper">As it was normalised; what the record left open is open here.</param>
/// <param name="Provenance">Where it was read.</param>
/// <param name="Seen">The day on which a library first met it, in UTC.</param>
public sealed record RecordVersion(Paper Paper, Provenance Provenance, DateOnly Seen);
