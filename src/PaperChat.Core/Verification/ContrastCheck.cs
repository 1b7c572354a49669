namespace PaperChat.Verification;

/// <summary>What the text says of others, to set itself apart from them, is not said of the paper's own work.</summary>
internal static class ContrastCheck
{
    private const int Reach = 14;

    private static readonly string[] Others =
    [
        "previous", "prior", "existing", "other", "others", "earlier", "traditional", "conventional", "standard", "current", "past", "most", "many",
        "instead", "rather", "unlike", "contrast", "opposed", "than", "without", "not", "no", "avoid", "avoids", "replaces", "replacing", "replaced", "beyond",
        "typical", "typically", "usual", "usually", "common", "commonly", "related", "alternatives", "baselines", "classical", "recent", "known",
    ];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        if (FindExchanged(alignment) is { } exchanged)
        {
            failures.Add(exchanged);
            return;
        }

        if (FindOthers(alignment) is { } others)
        {
            failures.Add(others);
            return;
        }

        if (words.Any(w => Others.Contains(w.Text)))
        {
            return;
        }

        foreach (var sentence in alignment.Support.Take(2))
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                var length = OpenerAt(text, j);
                if (length > 0 && StandsInside(alignment, sentence, j + length, EndOf(text, j + length)))
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Text, text.Part(j, EndOf(text, j + length))));
                    return;
                }
            }
        }
    }

    // "PilotNet has fixed routes" of "Most existing planners have fixed routes".
    private static CheckFailure? FindOthers(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        if (alignment.Support.Count == 0 || words.Any(w => Others.Contains(w.Text)))
        {
            return null;
        }

        var first = Enumerable.Range(0, Math.Min(3, words.Count)).FirstOrDefault(i => words[i].IsContent, -1);
        var sentence = Enumerable.Range(0, alignment.Cited.Sentences.Count).MaxBy(s => Fit(alignment, s, first));
        var text = alignment.TextOf(sentence);
        var isOwn = first >= 0 && OwnNames.Contains(alignment, first)
            && words[first].IsName && !alignment.MatchesOf(first).Any(m => m.Sentence == sentence);
        return isOwn && text.Words.Take(4).Any(w => w.Text is "existing" or "previous" or "prior" or "current" or "conventional" or "traditional" or "most" or "other")
            && !text.Words.Any(w => w.Text is "we" or "our" or "this")
            && Fit(alignment, sentence, first) >= 0.7
            && !Enumerable.Range(0, alignment.Cited.Sentences.Count).Any(s => s != sentence && Fit(alignment, s, first) >= 0.5)
            ? new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(first, first), text.Part(0, Math.Min(3, text.Words.Count - 1))) : null;
    }

    private static double Fit(ClaimAlignment alignment, int sentence, int subject)
    {
        var words = alignment.Claim.Words;
        int[] rest = [.. Enumerable.Range(0, words.Count).Where(i => i > subject && words[i].IsContent)];
        var all = rest.Sum(i => words[i].Weight);
        return all > 0 ? rest.Sum(i => words[i].Weight * (alignment.In(sentence, i)?.Similarity ?? 0)) / all : 0;
    }

    // "for patients rather than nurses" of "for nurses rather than patients": each side stands on the other one in the text.
    private static CheckFailure? FindExchanged(ClaimAlignment alignment)
    {
        var claim = alignment.Claim;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            var length = OpenerAt(claim, i);
            if (length == 0)
            {
                continue;
            }

            var end = EndOf(claim, i + length);
            foreach (var sentence in alignment.Support.Take(3))
            {
                var text = alignment.TextOf(sentence);
                for (var j = 0; j < text.Words.Count; j++)
                {
                    var opener = OpenerAt(text, j);
                    if (opener > 0 && IsCrossed(alignment, (i + length, end), sentence, j, (j + opener, EndOf(text, j + opener))))
                    {
                        return new CheckFailure(CheckFailureKind.Name, claim.Part(i, end), text.Part(j, EndOf(text, j + opener)));
                    }
                }
            }
        }

        return null;
    }

    private static bool IsCrossed(ClaimAlignment alignment, (int First, int Last) own, int sentence, int marker, (int First, int Last) stored)
    {
        double insideGoesOut = 0;
        double outsideGoesIn = 0;
        double stays = 0;
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            var word = alignment.Claim.Words[i];
            if (!word.IsContent || word.Weight < 0.15)
            {
                continue;
            }

            var nearest = alignment.MatchesOf(i).Where(m => m.Sentence == sentence && m.Similarity >= 0.85)
                .OrderBy(m => Math.Min(Math.Abs(m.Word - stored.First), Math.Abs(m.Word - marker))).Select(m => (int?)m.Word).FirstOrDefault();
            if (nearest is not { } place)
            {
                continue;
            }

            var isIn = place >= stored.First && place <= stored.Last;
            var isOwnIn = i >= own.First && i <= own.Last;
            insideGoesOut += isOwnIn && !isIn ? word.Weight : 0;
            outsideGoesIn += !isOwnIn && isIn ? word.Weight : 0;
            stays += isOwnIn && isIn ? word.Weight : 0;
        }

        return insideGoesOut > 0.15 && outsideGoesIn > 0.15 && stays < Math.Min(insideGoesOut, outsideGoesIn) / 2;
    }

    private static int OpenerAt(ClaimText text, int word)
    {
        string At(int i) => i < text.Words.Count ? text.Words[i].Text : "";
        return (At(word), At(word + 1), At(word + 2)) switch
        {
            ("unlike", _, _) => 1,
            ("instead" or "rather" or "regardless", "of" or "than", _) => 2,
            ("in", "contrast", "to" or "with") => 3,
            ("as", "opposed", "to") => 3,
            ("contrary", "to", _) => 2,
            _ => 0,
        };
    }

    private static int EndOf(ClaimText text, int first)
    {
        var last = Math.Min(first, text.Words.Count - 1);
        while (last + 1 < text.Words.Count && last < first + Reach && !(text.Words[last + 1].Clause != text.Words[last].Clause && text.Words[last + 1].Text is not ("and" or "or" or "which" or "who") && !IsListed(text, last + 1)))
        {
            last++;
        }

        return last;
    }

    // A comma within a list: "or" or "and" follows before the list is over.
    private static bool IsListed(ClaimText text, int word) =>
        text.Words[word - 1].Text is "or" or "and" || Enumerable.Range(word, Math.Min(4, text.Words.Count - word)).Any(i => text.Words[i].Text == "or");

    // Nearly all that the sentence says stands within the contrast, and nothing of it elsewhere in the text.
    private static bool StandsInside(ClaimAlignment alignment, int sentence, int first, int last)
    {
        double inside = 0;
        double all = 0;
        var met = 0;
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            var word = alignment.Claim.Words[i];
            if (!word.IsContent || word.Weight < 0.15 || (word.IsName && alignment.MatchesOf(i).Any(m => alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title)))
            {
                continue;
            }

            all += word.Weight;
            var isInside = alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word >= first && m.Word <= last && m.Similarity >= 0.85);
            inside += isInside ? word.Weight : 0;
            met += isInside ? 1 : 0;
        }

        return met >= 3 && inside >= 0.7 * all;
    }
}
