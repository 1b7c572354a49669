namespace PaperChat.Papers;

/// <summary>Whether a work still stands.</summary>
public enum PaperStatus
{
    Current,

    /// <summary>Taken back by its authors.</summary>
    Withdrawn,

    /// <summary>Taken back by its publisher.</summary>
    Retracted,
}
