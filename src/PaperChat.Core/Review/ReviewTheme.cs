using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>A theme of a review, its papers in the order in which its section speaks of them.</summary>
public sealed record ReviewTheme(string Title, IReadOnlyList<Paper> Papers)
{
    /// <summary>Where papers stand that have nothing in common with the others.</summary>
    public const string Other = "Other papers";
}
