namespace PaperChat.Review;

/// <summary>Themes in the order of their sections, and what a model said each is to cover; empty where nobody said.</summary>
internal sealed record ThemePlan(IReadOnlyList<ReviewTheme> Themes, IReadOnlyList<string> Covers);
