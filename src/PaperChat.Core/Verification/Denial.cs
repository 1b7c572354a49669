namespace PaperChat.Verification;

/// <summary>Which words of a text a word of denial is said of.</summary>
internal static class Denial
{
    private const int Reach = 8;
    private const int ListReach = 12;
    private const int Back = 2;

    /// <summary>The words that the negative word at an index denies: those after it in its statement, or those it is hyphenated to.</summary>
    public static (int First, int Last) ScopeOf(ClaimText text, int negator)
    {
        if (negator > 0 && text.Words[negator].Text is "free" or "agnostic" or "independent" && TermIndex.JoinedWith(text, negator - 1) is not null)
        {
            return (Math.Max(0, negator - 3), negator - 1);
        }

        var reach = text.Words[negator].Text is "without" or "neither" or "no" or "instead" or "rather" ? ListReach : Reach;
        var last = negator;
        while (last + 1 < text.Words.Count && last < negator + reach && !IsCut(text, last + 1) && !(text.Words[negator].Text == "without" && last > negator && text.Words[last + 1].Text == "by"))
        {
            last++;
        }

        return (negator + 1, last);
    }

    /// <summary>True when some negative word, firm or soft, is said of a word.</summary>
    /// <param name="claim">A negative word that the claim has, too, besides the one looked at, is spoken for.</param>
    public static bool Covers(ClaimText text, int word, ClaimText claim, int negator)
    {
        for (var j = Math.Max(0, word - ListReach); j < text.Words.Count && j <= word + Back + 1; j++)
        {
            if (j == word || !NegativeWords.IsNegative(text.Words[j].Text) || IsNotOnly(text, j) || IsSpokenFor(text, j, claim, negator))
            {
                continue;
            }

            var (first, last) = ScopeOf(text, j);
            if ((word >= first && word <= last) || (j > word && j <= word + Back && text.Words[j].Text is not ("not" or "no" or "without" or "neither" or "nor" or "instead" or "rather" or "unlike")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the claim has a negative word of the text as often as the text, not counting the one looked at.</summary>
    public static bool IsSpokenFor(ClaimText text, int negative, ClaimText claim, int negator)
    {
        var word = text.Words[negative].Text;
        var own = claim.Words.Where((w, i) => i != negator && (w.Text == word || (w.Term is not null && w.Term == text.Words[negative].Term))).Count();
        return own > 0 && own >= text.Words.Count(w => w.Text == word);
    }

    /// <summary>True for "not only", "no less than" and their like, which deny nothing.</summary>
    public static bool IsNotOnly(ClaimText text, int word)
    {
        if (text.Words[word].Text == "nothing" && word + 1 < text.Words.Count && text.Words[word + 1].Text is "but" or "other" or "more" or "else")
        {
            return true;
        }

        if (text.Words[word].Text is not ("not" or "no" or "cannot" or "isn" or "aren" or "never"))
        {
            return false;
        }

        for (var i = word + 1; i < text.Words.Count && i <= word + 3; i++)
        {
            if (text.Words[i].Text is "only" or "merely" or "just" or "solely" or "simply" or "necessarily" or "limited" or "exclusively" or "alone")
            {
                return true;
            }

            if (text.Words[i].Text is "less" or "fewer" or "more" or "longer" && i == word + 1 && i + 1 < text.Words.Count && text.Words[i + 1].Text == "than")
            {
                return true;
            }

            if (text.Words[i].Text is not ("be" or "is" or "a" or "the" or "by" or "to" or "on" or "in" or "t"))
            {
                return false;
            }
        }

        return false;
    }

    // A new statement begins; a list of what is denied goes on.
    private static bool IsCut(ClaimText text, int word)
    {
        if (text.Words[word].Clause == text.Words[word - 1].Clause || text.Words[word].Text is "or" or "nor" or "and")
        {
            return false;
        }

        if (text.Words[word - 1].Text is "or" or "nor" or "and")
        {
            return false;
        }

        var isListed = Enumerable.Range(word, Math.Min(6, text.Words.Count - word)).Any(i => text.Words[i].Text is "or" or "nor");
        return text.Words[word].Text is "but" or "while" or "whereas" or "although" or "though" or "yet" or "so" or "because" or "since" or "when" or "which" or "who" or "where" or "thereby" or "thus" or "hence" || !isListed;
    }
}
