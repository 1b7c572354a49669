namespace PaperChat.Papers;

/// <summary>
/// A piece of a paper that is searched as one document together with the paper's title: <c>Length</c> UTF-16 code units of
/// <see cref="Field"/> from <c>Start</c>. A paper with a title alone has one empty chunk of its abstract, so that every paper
/// can be found.
/// </summary>
public readonly record struct Chunk(int Ordinal, PaperField Field, int Start, int Length);
