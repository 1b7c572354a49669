namespace PaperChat.Review;

/// <summary>How the parts of a review read in every format.</summary>
internal static class ReviewText
{
    /// <summary>A longer statement is no name.</summary>
    public const int LongestName = 60;

    /// <summary>Whether a statement of a cell is a name rather than a sentence, and needs no quotation marks.</summary>
    public static bool IsName(ReviewSentence statement) => statement.Text.Length <= LongestName && !statement.IsCut && !statement.Text.EndsWith('.');
}
