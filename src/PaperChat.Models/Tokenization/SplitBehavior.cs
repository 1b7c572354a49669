namespace PaperChat.Models.Tokenization;

/// <summary>What becomes of the delimiters that a text is cut at.</summary>
internal enum SplitBehavior
{
    Removed,
    Isolated,
    MergedWithPrevious,
    MergedWithNext,
    Contiguous,
}
