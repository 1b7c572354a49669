namespace PaperChat.Embedded.Vectors;

/// <summary>The rows for a vector file that is to be written, in the order of the segment's documents.</summary>
internal sealed record DocumentRows(int Count, RowSource Row);
