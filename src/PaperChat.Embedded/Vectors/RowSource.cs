namespace PaperChat.Embedded.Vectors;

/// <summary>The row of a document, see <see cref="VectorFormat"/>; valid until the next call.</summary>
internal delegate ReadOnlySpan<byte> RowSource(int document);
