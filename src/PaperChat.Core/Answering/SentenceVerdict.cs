namespace PaperChat.Answering;

/// <summary>What the check of a sentence against its cited text gave.</summary>
public enum SentenceVerdict
{
    /// <summary>Equal to its quote after cleaning.</summary>
    Verbatim = 0,
    Supported = 1,
    Unsupported = 2,
}
