namespace PaperChat.Library;

/// <summary>What a writer did with one entry.</summary>
public enum UpsertOutcome
{
    /// <summary>The paper was not known.</summary>
    Added = 0,

    /// <summary>The paper was known with another content; the new one replaced it.</summary>
    Changed = 1,

    /// <summary>The stored paper already says all that the entry says; nothing was written.</summary>
    Unchanged = 2,

    /// <summary>A summary for a paper of which the library holds the real text; nothing was written.</summary>
    Superseded = 3,
}
