namespace PaperChat.Verification;

/// <summary>Every number of the sentence must stand in the cited text, in any way of writing, and for the same thing.</summary>
internal static class NumberCheck
{
    private const int Near = 4;

    // "8 state-of-the-art (SOTA) Video LLMs": the number itself may stand further from what it counts than a rival.
    private const int FoundReach = 8;
    private const double ClauseMargin = 0.4;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var quantity in alignment.Claim.Quantities)
        {
            if (quantity.Unit == QuantityUnit.Ordinal)
            {
                continue;
            }

            var (found, rivals) = Stored(alignment, quantity);
            if (found.Count == 0)
            {
                if ((!quantity.IsLoose && !IsPair(alignment, quantity)) || RivalFor(alignment, quantity, found, rivals) is not null)
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Number, Phrase(alignment.Claim, quantity), Nearest(alignment, quantity, rivals)));
                }
            }
            else if ((RivalFor(alignment, quantity, found, rivals) ?? RivalBeside(alignment, quantity, found, rivals) ?? RivalOfClause(alignment, quantity, found, rivals)) is { } rival)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Number, Phrase(alignment.Claim, quantity), rival));
            }
        }

        FindTurnedPairs(alignment, failures);
        CountedOffNumbers.Run(alignment, failures);
    }

    private static (List<Place> Found, List<Place> Rivals) Stored(ClaimAlignment alignment, Quantity quantity)
    {
        var found = new List<Place>();
        var rivals = new List<Place>();
        for (var s = 0; s < alignment.Cited.Sentences.Count; s++)
        {
            foreach (var stored in alignment.TextOf(s).Quantities)
            {
                if (quantity.Meets(stored))
                {
                    found.Add(new Place(s, stored));
                }
                else if (quantity.IsRival(stored) && !IsEnumerator(alignment.TextOf(s), stored))
                {
                    rivals.Add(new Place(s, stored));
                }
            }
        }

        return (found, rivals);
    }

    // "(1)" and "2)" count the parts of the sentence.
    private static bool IsEnumerator(ClaimText text, Quantity quantity)
    {
        var end = text.Words[quantity.Last].Start + text.Words[quantity.Last].Length;
        return quantity.First == quantity.Last && quantity.Unit == QuantityUnit.Count && end < text.Text.Length && text.Text[end] == ')' && quantity.Value < 10;
    }

    // The number is there, but what it counts has another one: "five modules" of "two modules ... five data sets".
    private static string? RivalFor(ClaimAlignment alignment, Quantity quantity, List<Place> found, List<Place> rivals)
    {
        var heads = Heads(alignment, quantity);
        if (heads.Count == 0)
        {
            return null;
        }

        var best = found.Select(p => Kinship(alignment, heads, p, FoundReach)).DefaultIfEmpty(0).Max();
        foreach (var rival in rivals)
        {
            var kinship = Kinship(alignment, heads, rival, Near + 1);
            if (kinship > best && (best == 0 || kinship >= best + 0.5))
            {
                return Phrase(alignment.TextOf(rival.Sentence), rival.Quantity);
            }
        }

        return null;
    }

    // "45 % absolute" of "19 % absolute (45 % relative)": the very next word stands after another number.
    private static string? RivalBeside(ClaimAlignment alignment, Quantity quantity, List<Place> found, List<Place> rivals)
    {
        var next = quantity.Last + 1;
        if (next >= alignment.Claim.Words.Count || !alignment.Claim.Words[next].IsContent || alignment.Claim.Words[next].Weight < 0.2)
        {
            return null;
        }

        bool Follows(Place place, int reach) => alignment.MatchesOf(next).Any(m => m.Sentence == place.Sentence && m.Similarity >= 0.9
            && m.Word > place.Quantity.Last && m.Word <= place.Quantity.Last + reach && NoNumberBetween(alignment, place, m.Word));

        var rival = found.Any(p => Follows(p, Near)) ? null : rivals.Find(r => Follows(r, 1));
        return rival is null ? null : Phrase(alignment.TextOf(rival.Sentence), rival.Quantity);
    }

    // The rest of the clause is from a sentence that has another number of the same kind.
    private static string? RivalOfClause(ClaimAlignment alignment, Quantity quantity, List<Place> found, List<Place> rivals)
    {
        if (quantity.IsLoose || found.Any(p => p.Sentence == alignment.Support.FirstOrDefault(-1)))
        {
            return null;
        }

        var best = found.Max(p => ClauseFit(alignment, quantity, p.Sentence));
        var rival = rivals.Where(r => alignment.Cited.Sentences[r.Sentence].Field != Papers.PaperField.Title)
            .OrderByDescending(r => ClauseFit(alignment, quantity, r.Sentence)).FirstOrDefault();
        return rival is not null && ClauseFit(alignment, quantity, rival.Sentence) >= best + ClauseMargin
            ? Phrase(alignment.TextOf(rival.Sentence), rival.Quantity)
            : null;
    }

    private static double ClauseFit(ClaimAlignment alignment, Quantity quantity, int sentence)
    {
        double fit = 0;
        double all = 0;
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            var word = alignment.Claim.Words[i];
            if (word.IsContent && word.Clause == alignment.Claim.Words[quantity.First].Clause)
            {
                fit += word.Weight * (alignment.In(sentence, i)?.Similarity ?? 0);
                all += word.Weight;
            }
        }

        return all > 0 ? fit / all : 0;
    }

    // The words after a number, up to the next number or clause, that the text has too.
    private static List<int> Heads(ClaimAlignment alignment, Quantity quantity)
    {
        var words = alignment.Claim.Words;
        var heads = new List<int>();
        for (var i = quantity.Last + 1; i < words.Count && i <= quantity.Last + Near && !words[i].IsQuantity && words[i].Clause == words[quantity.Last].Clause; i++)
        {
            // What is counted ends where the next phrase begins: "72 pixels with a field of view".
            if ((heads.Count > 0 || words[i - 1].IsContent) && words[i].Text is "with" or "on" or "in" or "at" or "for" or "by" or "from" or "than" or "while" or "using" or "per" or "when" or "to" or "has" or "have" or "is" or "are" or "was" or "were" or "can" or "that")
            {
                break;
            }

            if (words[i].IsContent && words[i].Weight > 0.1)
            {
                heads.Add(i);
            }
        }

        return heads;
    }

    private static double Kinship(ClaimAlignment alignment, List<int> heads, Place place, int reach)
    {
        double kinship = 0;
        foreach (var head in heads)
        {
            foreach (var match in alignment.MatchesOf(head))
            {
                var distance = match.Word - place.Quantity.Last;
                if (match.Sentence == place.Sentence && distance > 0 && distance <= reach && NoNumberBetween(alignment, place, match.Word))
                {
                    kinship += match.Similarity;
                    break;
                }
            }
        }

        return kinship / heads.Count;
    }

    private static bool NoNumberBetween(ClaimAlignment alignment, Place place, int word)
    {
        // "78 vs 61 % accuracy": the word after the last number of a row is meant for all of them.
        var words = alignment.TextOf(place.Sentence).Words;
        for (var i = place.Quantity.Last + 1; i < word; i++)
        {
            if (words[i].IsQuantity && !(words[i - 1].IsQuantity || words[i - 1].Text is "vs" or "versus" or "to" or "and" or "or"))
            {
                return false;
            }
        }

        return true;
    }

    // "from 3 to 4" of "from 4 to 3": two numbers that stand together in the text, in the other order.
    private static void FindTurnedPairs(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var own = alignment.Claim.Quantities;
        for (var i = 0; i + 1 < own.Count; i++)
        {
            var (a, b) = (own[i], own[i + 1]);
            if (a.IsLoose || b.IsLoose || a.Meets(b) || StandInOrder(alignment, a, b))
            {
                continue;
            }

            for (var s = 0; s < alignment.Cited.Sentences.Count; s++)
            {
                var text = alignment.TextOf(s);
                for (var j = 0; j + 1 < text.Quantities.Count; j++)
                {
                    var (first, second) = (text.Quantities[j], text.Quantities[j + 1]);
                    if (b.Meets(first) && a.Meets(second) && second.First - first.Last <= 4 && !IsTurnedAround(alignment, a, b, s, first, second))
                    {
                        failures.Add(new CheckFailure(CheckFailureKind.Number, alignment.Claim.Part(a.First, b.Last), text.Part(first.First, second.Last)));
                        return;
                    }
                }
            }
        }
    }

    // "two images" of "paired images".
    private static bool IsPair(ClaimAlignment alignment, Quantity quantity) =>
        quantity is { Value: 2, Unit: QuantityUnit.Count }
        && alignment.Support.Any(s => alignment.TextOf(s).Words.Any(w => w.Text is "pair" or "pairs" or "paired" or "both" or "dual" or "couple" or "either" or "pairwise"));

    private static bool StandInOrder(ClaimAlignment alignment, Quantity a, Quantity b) =>
        alignment.Support.Any(s => alignment.TextOf(s).Quantities.Any(first => a.Meets(first)
            && alignment.TextOf(s).Quantities.Any(second => b.Meets(second) && second.First > first.Last)));

    // The order may change when what the numbers belong to changes with it: "to 4, from 3"; "B has 3, A has 4".
    private static bool IsTurnedAround(ClaimAlignment alignment, Quantity a, Quantity b, int sentence, Quantity first, Quantity second)
    {
        var text = alignment.TextOf(sentence);
        if (Before(text, first) is "from" && Before(alignment.Claim, b) is "from")
        {
            return true;
        }

        var left = CountedOffNumbers.NamePlaces(alignment, sentence, 0, a.First - 1);
        var right = CountedOffNumbers.NamePlaces(alignment, sentence, a.Last + 1, alignment.Claim.Words.Count - 1);
        return left.Length > 0 && right.Length > 0 && left.Min() > right.Min() && Before(text, second) is not "to";
    }

    private static string Before(ClaimText text, Quantity quantity) => quantity.First > 0 ? text.Words[quantity.First - 1].Text : "";

    private static string? Nearest(ClaimAlignment alignment, Quantity quantity, List<Place> rivals)
    {
        var heads = Heads(alignment, quantity);
        var best = rivals.Where(r => alignment.Support.Contains(r.Sentence))
            .OrderByDescending(r => heads.Count == 0 ? 0 : Kinship(alignment, heads, r, Near + 1)).FirstOrDefault();
        return best is null ? null : Phrase(alignment.TextOf(best.Sentence), best.Quantity);
    }

    private static string Phrase(ClaimText text, Quantity quantity)
    {
        var end = text.Words[quantity.Last].Start + text.Words[quantity.Last].Length;
        var percent = quantity.Unit == QuantityUnit.Percent && end < text.Text.Length && text.Text[end] == '%' ? "%" : "";
        return text.Part(quantity.First, quantity.Last) + percent;
    }

    private sealed record Place(int Sentence, Quantity Quantity);
}
