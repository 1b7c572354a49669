namespace PaperChat.Peers.Figures;

/// <summary>The figures of every engine for one number of papers.</summary>
/// <param name="Papers">How many papers were indexed.</param>
/// <param name="Real">How many of them are real.</param>
/// <param name="Bytes">Their JSON Lines, uncompressed.</param>
/// <param name="Engines">In the order of the roster; engines that failed are missing.</param>
internal sealed record SizeFigures(int Papers, int Real, long Bytes, IReadOnlyList<EngineFigures> Engines);
