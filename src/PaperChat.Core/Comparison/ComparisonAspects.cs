namespace PaperChat.Comparison;

/// <summary>The aspects in the order of the table, with the names that users and programs give them.</summary>
public static class ComparisonAspects
{
    public static IReadOnlyList<ComparisonAspect> All { get; } = Enum.GetValues<ComparisonAspect>();

    /// <summary>One word, lower case: <c>problem</c>, <c>approach</c>, <c>novelty</c>, <c>data</c>, <c>results</c>, <c>cost</c>, <c>limits</c>, <c>code</c>.</summary>
    public static string Name(ComparisonAspect aspect) => aspect.ToString().ToLowerInvariant();

    /// <summary>As the head of a row.</summary>
    public static string Title(ComparisonAspect aspect) => aspect switch
    {
        ComparisonAspect.Novelty => "What is new",
        ComparisonAspect.Data => "Data sets and benchmarks",
        ComparisonAspect.Cost => "Cost or complexity",
        _ => aspect.ToString(),
    };

    public static bool TryParse(string name, out ComparisonAspect aspect) =>
        Enum.TryParse(name, ignoreCase: true, out aspect) && !char.IsAsciiDigit(name.Trim()[0]);
}
