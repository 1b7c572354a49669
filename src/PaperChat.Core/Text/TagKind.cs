namespace PaperChat.Text;

/// <summary>What a tag does to the text around it.</summary>
internal enum TagKind
{
    Opening = 0,
    Closing = 1,

    /// <summary>Parts two words.</summary>
    Block = 2,

    /// <summary>Opens an exponent.</summary>
    Raised = 3,
}
