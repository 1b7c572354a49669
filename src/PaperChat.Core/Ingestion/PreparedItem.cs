using PaperChat.Library;

namespace PaperChat.Ingestion;

/// <summary>
/// What came of one item of a source: an entry to be written (with a remark as the reason, if there is one), or the reason why there
/// is none. The last one of a source has neither
/// and <see cref="EndsSource"/>.
/// </summary>
internal readonly record struct PreparedItem(string Location, long? Line, long BytesRead, PaperEntry? Entry, string? Reason, bool EndsSource = false);
