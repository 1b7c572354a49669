using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Commands;

/// <summary>A record of a paper that is in the library from another source, or that came earlier in the same input.</summary>
/// <param name="Id">The record's own id.</param>
/// <param name="Of">The id that the paper has, or gets.</param>
/// <param name="Title">The record's title.</param>
/// <param name="Place">Where it was read.</param>
internal sealed record PlannedDuplicate(PaperId Id, PaperId Of, string Title, Provenance Place);
