namespace PaperChat.Library;

/// <summary>Two ranked lists, best first, equal scores in the order of paper id and chunk. Dense is empty without a vector.</summary>
public sealed record CandidateLists(IReadOnlyList<Candidate> Lexical, IReadOnlyList<Candidate> Dense)
{
    public static CandidateLists Empty { get; } = new([], []);
}
