namespace PaperChat.Questions;

/// <summary>
/// A question's term after the library was asked for it: how rare it is there and in abstracts at large (idf, natural logarithm), and the forms under which
/// it may stand in a text, the term itself first, each with what it counts (0 to 1).
/// </summary>
public sealed record ResolvedTerm(QuestionTerm Source, double Idf, IReadOnlyList<TermForm> Forms, bool IsKnown)
{
    /// <summary>What matching this term is worth: rarity times the weight of the word in the question.</summary>
    public double Worth => Idf * Source.Weight;
}
