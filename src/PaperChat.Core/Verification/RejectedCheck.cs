namespace PaperChat.Verification;

/// <summary>What the sentence sets aside ("rather than global") must be set aside by the text, too: where the text says it plainly, it is so.</summary>
internal static class RejectedCheck
{
    private const int Reach = 4;
    private const int MostWords = 2;
    private const int Near = 8;
    private const double LeastWeight = 0.1;
    private const double Exact = 0.99;

    private static readonly string[] Contrasts =
    [
        "rather", "unlike", "than", "but", "while", "whereas", "although", "though", "despite", "replace", "replaces", "replacing", "from", "beyond", "existing", "previous",
        "prior", "traditional", "conventional", "typical", "typically", "other", "both", "either", "contrast", "opposed", "or", "between", "versus",
    ];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 1; i + 2 < words.Count; i++)
        {
            if (words[i].Text is not ("rather" or "instead") || words[i + 1].Text is not ("than" or "of"))
            {
                continue;
            }

            var last = i + 1;
            while (last + 1 < words.Count && last < i + 1 + Reach && words[last + 1].Clause == words[last].Clause)
            {
                last++;
            }

            int[] rejected = [.. Enumerable.Range(i + 2, last - i - 1).Where(j => words[j].IsContent && words[j].Weight >= LeastWeight)];
            if (rejected.Length is > 0 and <= MostWords && Array.TrueForAll(rejected, r => IsSaidPlainly(alignment, r)))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Part(i, rejected[^1])));
                return;
            }
        }
    }

    private static bool IsSaidPlainly(ClaimAlignment alignment, int word)
    {
        WordMatch[] places = [.. alignment.MatchesOf(word).Where(m => alignment.Cited.Sentences[m.Sentence].Field != Papers.PaperField.Title)];
        return places.Any(m => m.Similarity >= Exact) && Array.TrueForAll(places, m => alignment.TextOf(m.Sentence) is var text
            && !Enumerable.Range(Math.Max(0, m.Word - Near), Math.Min(text.Words.Count, m.Word + Near + 1) - Math.Max(0, m.Word - Near))
                .Any(j => IsContrast(text, j)));
    }

    // "instead" alone points back, to what is given up before.
    private static bool IsContrast(ClaimText text, int word) =>
        text.Words[word].Text == "instead" ? word + 1 < text.Words.Count && text.Words[word + 1].Text == "of" : Contrasts.Contains(text.Words[word].Text) || NegativeWords.IsNegative(text.Words[word].Text);
}
