namespace PaperChat.Verification;

/// <summary>Numbers and names that a text counts off with "respectively" keep step in a sentence about them.</summary>
internal static class CountedOffNumbers
{
    // "4 on B and 3 on A" of "on A and B, 4 and 3, respectively": numbers and names that are counted off keep step.
    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        for (var s = 0; s < alignment.Cited.Sentences.Count; s++)
        {
            var text = alignment.TextOf(s);
            var countedOff = Enumerable.Range(0, text.Words.Count).LastOrDefault(i => text.Words[i].Text == "respectively", -1);
            if (countedOff < 0)
            {
                continue;
            }

            var pairs = new List<(int Number, int Name)>();
            foreach (var quantity in alignment.Claim.Quantities)
            {
                var number = text.Quantities.Where(q => quantity.Meets(q) && q.First < countedOff).Select(q => (int?)q.First).FirstOrDefault();
                var name = LabelPlaces(alignment, s, quantity);
                if (number is { } place && name.Length > 0)
                {
                    pairs.Add((place, name[0]));
                }
            }

            for (var i = 0; i + 1 < pairs.Count; i++)
            {
                if (pairs[i].Number != pairs[i + 1].Number && pairs[i].Name != pairs[i + 1].Name
                    && pairs[i].Number < pairs[i + 1].Number != pairs[i].Name < pairs[i + 1].Name)
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Number, alignment.Claim.Text, text.Text));
                    return;
                }
            }
        }
    }

    // What a number is the number of: the names behind it, or the word right before it.
    private static int[] LabelPlaces(ClaimAlignment alignment, int sentence, Quantity quantity)
    {
        var words = alignment.Claim.Words;
        var names = NamePlaces(alignment, sentence, quantity.Last + 1, Math.Min(quantity.Last + 6, NextNumber(alignment.Claim, quantity) - 1));
        if (names.Length > 0)
        {
            return names;
        }

        return [.. Enumerable.Range(Math.Max(0, quantity.First - 4), Math.Min(4, quantity.First)).Reverse().TakeWhile(i => !words[i].IsQuantity)
            .Where(i => words[i].IsContent && words[i].Weight >= 0.1).Take(1).Select(i => alignment.In(sentence, i)?.Word).OfType<int>()];
    }

    private static int NextNumber(ClaimText text, Quantity quantity) =>
        text.Quantities.Where(q => q.First > quantity.Last).Select(q => q.First).DefaultIfEmpty(text.Words.Count).Min();

    internal static int[] NamePlaces(ClaimAlignment alignment, int sentence, int first, int last) =>
        [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(i => alignment.Claim.Words[i].IsName && alignment.Claim.Words[i].IsContent)
            .Select(i => alignment.In(sentence, i)?.Word).OfType<int>()];
}
