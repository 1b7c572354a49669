namespace PaperChat.Review;

/// <summary>A prompt that a review was made with, and the hash of its file.</summary>
public sealed record ReviewPrompt(string Name, string Hash);
