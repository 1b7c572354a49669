namespace PaperChat.Embedded.Index;

/// <summary>Where a section stands in its file, in bytes. The checksum of the postings is 0: each of their lists has its own.</summary>
internal readonly record struct SectionRange(long Offset, long Length, uint Checksum);
