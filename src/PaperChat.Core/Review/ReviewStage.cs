namespace PaperChat.Review;

/// <summary>What the making of a review is at.</summary>
public enum ReviewStage
{
    Searching,
    Grouping,

    /// <summary>A model names the themes and puts them in order.</summary>
    Naming,
    Writing,
}
