namespace PaperChat.Benchmarks.Load;

/// <summary>What became of one request; status 0 where no answer came.</summary>
internal readonly record struct LoadAnswer(string Path, int Status, double Milliseconds);
