namespace PaperChat.Review;

/// <summary>What does not hold in a draft.</summary>
public enum DraftFindingKind
{
    /// <summary>The cited papers do not bear the sentence out.</summary>
    Unsupported,

    /// <summary>It stands in quotation marks, and not so in the cited papers.</summary>
    Misquoted,

    /// <summary>A sentence without a citation.</summary>
    MissingCitation,

    /// <summary>A key that neither the bibliography nor the ledger knows.</summary>
    UnknownCitation,

    /// <summary>A key whose paper is not in the library, so that nothing can be checked against it.</summary>
    PaperNotInLibrary,
}
