namespace PaperChat.Evidence;

/// <summary>How an answer is laid out.</summary>
public enum AnswerShape
{
    /// <summary>A few sentences of one paper.</summary>
    Narrow = 0,

    /// <summary>A sentence or two of each of several papers.</summary>
    Broad,

    /// <summary>Named papers side by side.</summary>
    Comparison,

    /// <summary>A list of papers, each with the sentence that says why.</summary>
    List,
}
