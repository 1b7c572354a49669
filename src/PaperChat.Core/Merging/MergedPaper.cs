using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>What the records of a work make.</summary>
/// <param name="Records">All of them, as they were given.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Sources">Of each field that the paper has, by its name in JSON, the record that gave it; of links the first.</param>
public sealed record MergedPaper(IReadOnlyList<WorkRecord> Records, Paper Paper, IReadOnlyDictionary<string, WorkRecord> Sources)
{
    /// <summary>The names of the fields that a record gave, in the order of the JSON of papers.</summary>
    public IReadOnlyList<string> FieldsOf(WorkRecord record) =>
        [.. PaperFieldName.All.Select(f => f.Name).Where(name => ReferenceEquals(Sources.GetValueOrDefault(name), record))];
}
