namespace PaperChat.Peers.Measuring;

/// <summary>What a building process measured: seconds from the first line read to everything on disk and searchable.</summary>
internal sealed record BuildOutput(double Seconds);
