using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>An id that a paper had before, and what stood under it when it was taken over.</summary>
internal readonly record struct MovedPaper(PaperId Id, string Revision);
