namespace PaperChat.Matching;

/// <summary>How the authors of two records stand to each other.</summary>
internal enum AuthorRelation
{
    /// <summary>One of the records names nobody.</summary>
    Unknown,

    /// <summary>At least half of the shorter list stands in the longer one.</summary>
    Same,

    /// <summary>Somebody stands in both.</summary>
    Some,

    /// <summary>Nobody does.</summary>
    None,
}
