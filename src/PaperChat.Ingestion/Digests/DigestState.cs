namespace PaperChat.Ingestion.Digests;

/// <summary>How far a digest is on its way.</summary>
internal enum DigestState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting = 0,

    /// <summary>Being sent; found so at a start, the process was stopped in the middle of it.</summary>
    Sending = 1,

    Sent = 2,

    /// <summary>Given up.</summary>
    Failed = 3,
}
