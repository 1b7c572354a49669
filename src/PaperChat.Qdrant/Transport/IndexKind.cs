namespace PaperChat.Qdrant.Transport;

/// <summary>How a payload key is indexed.</summary>
internal enum IndexKind
{
    Keyword = 0,
    Integer = 1,
    Words = 2,
}
