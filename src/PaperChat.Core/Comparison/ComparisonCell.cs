namespace PaperChat.Comparison;

/// <summary>What one paper says on one aspect; without statements its abstract does not say it.</summary>
public sealed record ComparisonCell(ComparisonAspect Aspect, IReadOnlyList<ComparisonStatement> Statements)
{
    public const string NotStated = "not stated in the abstract";
}
