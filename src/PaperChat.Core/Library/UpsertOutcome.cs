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

    /// <summary>A summary of a paper of which the library holds the real text: its own text is left out.</summary>
    Superseded = 3,

    /// <summary>The paper was known from another source; the entry became a further record of it.</summary>
    Merged = 4,
}
