namespace PaperChat.Digests;

/// <summary>What became of an answer.</summary>
public enum AnswerChangeKind
{
    /// <summary>A sentence from a paper that the library did not have.</summary>
    Added = 0,

    /// <summary>The text that a sentence stood on says something else, or is gone.</summary>
    Changed = 1,

    /// <summary>A new paper gives another value for the same measurement, or the paper was withdrawn or retracted.</summary>
    Contradicted = 2,
}
