namespace PaperChat.Ingestion;

/// <summary>
/// Takes the text out of a document, page by page, as the document has it. What cannot be read is a <see cref="PaperChatException"/>
/// whose message continues a sentence that begins with the document's name.
/// </summary>
/// <param name="content">The document's bytes.</param>
/// <param name="mediaType">Its media type, such as <c>application/pdf</c>.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task<IReadOnlyList<string>> DocumentExtraction(ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken);
