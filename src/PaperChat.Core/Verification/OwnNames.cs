namespace PaperChat.Verification;

/// <summary>Names of what a paper is about: those of its title, and those that the text introduces ("we propose", "a method called").</summary>
internal static class OwnNames
{
    private const int Reach = 12;

    private static readonly HashSet<string> Introductions = new(StringComparer.Ordinal)
    {
        "propose", "introduce", "present", "develop", "named", "called", "dubbed", "termed", "design", "release", "proposes", "introduces", "presents",
    };

    public static bool Contains(ClaimAlignment alignment, int word) =>
        alignment.MatchesOf(word).Any(m => m.Similarity >= 0.95 && alignment.TextOf(m.Sentence).Words[m.Word].IsName
            && (alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title || IsIntroduced(alignment.TextOf(m.Sentence), m.Word)));

    private static bool IsIntroduced(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - Reach), Math.Min(Reach, word)).Any(i => Introductions.Contains(text.Words[i].Text));
}
