namespace PaperChat.Embedded.Index;

/// <summary>A document of a segment with its score.</summary>
internal readonly record struct ScoredDocument(LiveSegment Segment, int Document, double Score);
