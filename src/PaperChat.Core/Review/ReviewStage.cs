namespace PaperChat.Review;

/// <summary>How far the making of a review is.</summary>
public enum ReviewStage
{
    Searching,
    Grouping,
    Writing,
}
