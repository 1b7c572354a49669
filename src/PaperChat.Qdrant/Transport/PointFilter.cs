namespace PaperChat.Qdrant.Transport;

/// <summary>Which points: all of <see cref="Must"/>, none of <see cref="MustNot"/>, and one of <see cref="Should"/> where there are any.</summary>
internal sealed record PointFilter
{
    public IReadOnlyList<PointCondition> Must { get; init; } = [];

    public IReadOnlyList<PointCondition> MustNot { get; init; } = [];

    public IReadOnlyList<PointCondition> Should { get; init; } = [];

    public PointFilter And(params IEnumerable<PointCondition> conditions) => this with { Must = [.. Must, .. conditions] };
}
