namespace PaperChat.Retrieval;

/// <summary>
/// The words of a question that point to a paper: where they begin and end in it (UTF-16), and how telling they are (the worth of
/// the terms that the paper's title shares with them).
/// </summary>
public readonly record struct Mention(int Start, int End, double Strength, int Terms)
{
    public bool Overlaps(Mention other) => Start < other.End && other.Start < End;
}
