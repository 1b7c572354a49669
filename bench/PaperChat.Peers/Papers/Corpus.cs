namespace PaperChat.Peers.Papers;

/// <summary>A file of papers in JSON Lines, made for one size of the comparison.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Papers">How many papers it holds.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Real">How many of them are real; the rest is mixed.</param>
internal sealed record Corpus(string Path, int Papers, long Bytes, int Real);
