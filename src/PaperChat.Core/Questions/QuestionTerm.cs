namespace PaperChat.Questions;

/// <summary>
/// A term of a question. <see cref="Weight"/> is 1 for a word that carries the question, less for one that any question may hold;
/// a name is a word that a writer would not put into lower case (an acronym, a method, a data set).
/// </summary>
public sealed record QuestionTerm(string Term, string Surface, int Position, float Weight, bool IsName)
{
    /// <summary>Where the word begins in the question's text (UTF-16); -1 for a term carried over from an earlier turn.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Other terms that say nearly the same; each counts for less than the term itself.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];
}
