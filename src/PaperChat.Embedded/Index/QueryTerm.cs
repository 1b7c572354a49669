namespace PaperChat.Embedded.Index;

/// <summary>
/// A term of a query that the library holds: its factor on scores (weight times inverse document frequency), and its number in
/// each segment of the snapshot, below 0 where it is not.
/// </summary>
internal sealed record QueryTerm(string Term, double Factor, int[] Numbers);
