namespace PaperChat.Review;

/// <summary>The plan of a review: its topic and its themes in order.</summary>
public sealed record ReviewOutline(string Topic, IReadOnlyList<OutlineTheme> Themes);
