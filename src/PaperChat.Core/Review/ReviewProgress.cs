namespace PaperChat.Review;

/// <summary>How far the making of a review is; of what a model writes, <see cref="Done"/> of <see cref="Total"/> sections (0 where nothing is counted).</summary>
public readonly record struct ReviewProgress(ReviewStage Stage, int Done = 0, int Total = 0);
