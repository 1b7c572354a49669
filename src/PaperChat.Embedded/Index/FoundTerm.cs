namespace PaperChat.Embedded.Index;

/// <summary>Where a snapshot holds a term: its number in each segment (below 0 where it is not), and the documents that are left.</summary>
internal sealed record FoundTerm(int[] Numbers, long Frequency);
