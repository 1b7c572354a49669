using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>
/// A query of a collection with its judgements: papers and their grades (0 and below: judged not relevant; above: relevant).
/// </summary>
public sealed record BeirQuery(string Id, string Text, IReadOnlyDictionary<PaperId, int> Grades)
{
    /// <summary>Papers that are dropped from the query's results (<c>metadata.exclude</c>).</summary>
    public IReadOnlyList<PaperId> Exclude { get; init; } = [];
}
