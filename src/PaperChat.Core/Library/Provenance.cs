namespace PaperChat.Library;

/// <summary>Where a paper's record was read: the reader's format name, the file or address as the user gave it, and the line.</summary>
public sealed record Provenance(string Format, string Location, long? Line);
