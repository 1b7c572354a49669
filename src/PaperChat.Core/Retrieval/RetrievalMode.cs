namespace PaperChat.Retrieval;

/// <summary>Which candidate lists a ranking is made of.</summary>
public enum RetrievalMode
{
    Lexical = 0,
    Dense = 1,
    Hybrid = 2,
}
