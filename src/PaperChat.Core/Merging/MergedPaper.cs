using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>What the records of a work make.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Sources">Of each field that the paper has, by its name in JSON, the record that gave it; of links the first.</param>
public sealed record MergedPaper(Paper Paper, IReadOnlyDictionary<string, WorkRecord> Sources);
