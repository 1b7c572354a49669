using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>What a record said from one of its versions on.</summary>
/// <param name="Version">As it was read.</param>
/// <param name="Paper">With what the versions before said and this one leaves open.</param>
/// <param name="Changed">The fields, by their names in JSON, that are not as in the version before; empty for the first version.</param>
public sealed record RecordState(RecordVersion Version, Paper Paper, IReadOnlyList<string> Changed);
