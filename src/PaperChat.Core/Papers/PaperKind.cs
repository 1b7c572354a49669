namespace PaperChat.Papers;

/// <summary>What a paper's text is. A summary was written by somebody else and is replaced by the real paper.</summary>
public enum PaperKind
{
    Abstract = 0,
    Summary = 1,
    Document = 2,
}
