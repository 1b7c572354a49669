namespace PaperChat.Verification;

/// <summary>Every named method, data set and measure of the sentence must stand somewhere in the cited paper.</summary>
internal static class NameCheck
{
    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsName && !words[i].IsQuantity && words[i].Term is not null && alignment.Cover(i) < 0.6 && !StandsInRecord(alignment, words[i].Text))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(i, i)));
            }
        }
    }

    // Authors, venue and keywords are part of what the paper's record says.
    private static bool StandsInRecord(ClaimAlignment alignment, string word) =>
        alignment.Cited.Sentences.Select(s => s.Paper).Distinct().Any(p =>
            p.Authors.Append(p.Venue ?? "").Concat(p.Categories).Any(t => t.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
