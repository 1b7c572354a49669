namespace PaperChat.Library;

/// <summary>
/// How often an occurrence of a term counts by the field it stands in, in its frequency and in the document's length, as in BM25F
/// (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004). Abstract and body count once.
/// </summary>
public static class FieldWeights
{
    /// <summary>Once, like the rest: what twice would bring and cost is in docs/decisions/0011.</summary>
    public const int Title = 1;
}
