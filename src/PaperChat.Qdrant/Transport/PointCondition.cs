namespace PaperChat.Qdrant.Transport;

/// <summary>One condition on a point's payload.</summary>
internal abstract record PointCondition
{
    /// <summary>The key holds this value, or an array with it.</summary>
    public sealed record Value(string Key, string Text) : PointCondition;

    /// <summary>The key holds one of these values, or an array with one.</summary>
    public sealed record Any(string Key, IReadOnlyList<string> Texts) : PointCondition;

    /// <summary>The text of the key holds each of these words, which have blanks between them.</summary>
    public sealed record Words(string Key, string Text) : PointCondition;

    /// <summary>The number of the key is in this range, ends included.</summary>
    public sealed record Range(string Key, long? From, long? To) : PointCondition;

    /// <summary>One object of the key's array meets the filter, whose keys are those of the object.</summary>
    public sealed record Nested(string Key, PointFilter Filter) : PointCondition;

    /// <summary>A filter within a filter.</summary>
    public sealed record Group(PointFilter Filter) : PointCondition;
}
