namespace PaperChat.Retrieval;

/// <summary>The hits of a search, best first, and how long retrieval took. <see cref="Notes"/> say what was understood or corrected.</summary>
public sealed record SearchResult(string Query, IReadOnlyList<SearchHit> Hits, TimeSpan RetrieveTime, TimeSpan TotalTime, IReadOnlyList<string> Notes);
