using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>A section to be: its heading and its papers.</summary>
public sealed record OutlineTheme(string Title, IReadOnlyList<PaperId> Papers);
