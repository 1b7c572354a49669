namespace PaperChat.Review;

/// <summary>One search that was made: its words, how many papers it found, and how many of them no search before had found.</summary>
public sealed record ReviewSearchStep(string Query, int Found, int New);
