namespace PaperChat.Verification;

/// <summary>"Several earlier works" of a text that says "no prior work", "much attention" of one that says "little attention".</summary>
internal static class AmountCheck
{
    private const int HeadReach = 4;
    private const double LeastCover = 0.5;

    private static readonly string[] Many = ["many", "several", "some", "most", "much", "numerous", "plenty", "ample", "extensive", "considerable", "various"];

    private static readonly string[] None = ["no", "few", "little", "hardly", "scarcely", "neither", "limited", "scant", "insufficient"];

    private static readonly string[] Works = ["work", "works", "study", "studies", "research", "attention", "effort", "efforts", "method", "methods", "approach", "approaches", "paper", "papers"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var claim = alignment.Claim;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (!Many.Contains(claim.Words[i].Text) || HeadOf(claim, i) is not { } head || claim.Words.Any(w => None.Contains(w.Text) || NegativeWords.IsNegative(w.Text)))
            {
                continue;
            }

            foreach (var sentence in alignment.Support.Where(s => CoverIn(alignment, s) >= LeastCover))
            {
                var text = alignment.TextOf(sentence);
                var place = Enumerable.Range(0, text.Words.Count).FirstOrDefault(j => None.Contains(text.Words[j].Text) && !IsSome(text, j) && HeadOf(text, j) is { } stored && AreSame(claim.Words[head], text.Words[stored]), -1);
                if (place >= 0)
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Negation, claim.Part(i, head), text.Part(place, HeadOf(text, place)!.Value)));
                    return;
                }
            }
        }
    }

    // "a few works" are some, "only a few" are not.
    private static bool IsSome(ClaimText text, int word) =>
        text.Words[word].Text == "few" && word > 0 && text.Words[word - 1].Text == "a" && !(word > 1 && text.Words[word - 2].Text is "only" or "just");

    private static int? HeadOf(ClaimText text, int word)
    {
        var head = Enumerable.Range(word + 1, Math.Min(HeadReach, text.Words.Count - word - 1)).TakeWhile(j => text.Words[j].Clause == text.Words[word].Clause)
            .FirstOrDefault(j => Works.Contains(text.Words[j].Text), -1);
        return head < 0 ? null : head;
    }

    // "works", "studies" and "research" are the same to all that is said of them; attention and effort are not.
    private static bool AreSame(in ClaimWord a, in ClaimWord b) =>
        a.Term == b.Term || (a.Text is not ("attention" or "effort" or "efforts") && b.Text is not ("attention" or "effort" or "efforts"));

    private static double CoverIn(ClaimAlignment alignment, int sentence)
    {
        var words = alignment.Claim.Words;
        var all = words.Where(w => w.IsContent).Sum(w => w.Weight);
        return all > 0 ? Enumerable.Range(0, words.Count).Where(i => words[i].IsContent).Sum(i => words[i].Weight * (alignment.In(sentence, i)?.Similarity ?? 0)) / all : 0;
    }
}
