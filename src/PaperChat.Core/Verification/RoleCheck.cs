using System.Collections.Frozen;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>Who does what to whom: "A guides B" of "B guides A"; a part's name as the subject of what the text says of another part.</summary>
internal static class RoleCheck
{
    private const int Reach = 14;
    private const double LeastWeight = 0.2;

    private static readonly FrozenSet<string> Directed =
        """
        generate produce influence affect control guide converge generalize transfer cause lead replace extend encode decode predict supervise
        teach drive determine precede follow depend rely dominate perform reduce increase improve amplify select choose specify assign send
        receive provide update initialize constrain regulate modulate
        pose ask query check verify evaluate detect miss uncover support distill serve feed call correct align match compare represent contain include cover
        behave resemble outperform surpass exceed beat
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(TextAnalyzer.TermOf).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        if (FindTurned(alignment) is { } turned)
        {
            failures.Add(turned);
        }
        else if (FindStolen(alignment) is { } stolen)
        {
            failures.Add(stolen);
        }
    }

    // All that stands before the verb stands after it in the text, whose own subject stands after the verb here.
    private static CheckFailure? FindTurned(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        for (var v = 1; v + 1 < words.Count; v++)
        {
            if (words[v].Term is not { } term || !Directed.Contains(term) || words[v].IsName || IsPassive(alignment.Claim, v) || !IsVerb(words, v))
            {
                continue;
            }

            foreach (var sentence in alignment.Support)
            {
                // Where the text has the verb more than once, all of it must be the other way round.
                var text = alignment.TextOf(sentence);
                var places = alignment.MatchesOf(v).Where(m => m.Sentence == sentence && m.Similarity >= 0.99).DistinctBy(m => m.Word).ToArray();
                if (places.Length > 0 && places.All(m => IsSameForm(words[v].Text, text.Words[m.Word].Text) && !IsPassive(text, m.Word) && IsTurned(alignment, v, m)))
                {
                    return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(Math.Max(0, v - 2), Math.Min(words.Count - 1, v + 2)),
                        text.Part(Math.Max(0, places[0].Word - 2), Math.Min(text.Words.Count - 1, places[0].Word + 2)));
                }
            }
        }

        return null;
    }

    private static bool IsTurned(ClaimAlignment alignment, int verb, WordMatch place)
    {
        var words = alignment.Claim.Words;
        bool Crosses(int i, int side) => words[i].IsContent && words[i].Weight >= LeastWeight && Nearest(alignment, i, place) == side && !StandsOnBothSides(alignment, i, place);

        return Enumerable.Range(0, verb).Any(i => i >= verb - 4 && words[i].Clause == words[verb].Clause && Crosses(i, 1))
            && Enumerable.Range(verb + 1, Math.Min(Reach, words.Count - verb - 1)).Any(i => Crosses(i, -1))
            && !Enumerable.Range(0, verb).Any(i => i >= verb - 4 && words[i].IsName && Crosses(i, -1));
    }

    private static bool StandsOnBothSides(ClaimAlignment alignment, int word, WordMatch place)
    {
        var near = Near(alignment, word, place).ToArray();
        return near.Any(m => m.Word < place.Word) && near.Any(m => m.Word > place.Word)
            && Math.Abs(near.Where(m => m.Word < place.Word).Min(m => place.Word - m.Word) - near.Where(m => m.Word > place.Word).Min(m => m.Word - place.Word)) <= 1;
    }

    // -1: the nearest match stands before the verb, 1: after it.
    private static int? Nearest(ClaimAlignment alignment, int word, WordMatch place) =>
        Near(alignment, word, place).OrderBy(m => Math.Abs(m.Word - place.Word)).Select(m => (int?)Math.Sign(m.Word - place.Word)).FirstOrDefault();

    private static IEnumerable<WordMatch> Near(ClaimAlignment alignment, int word, WordMatch place) =>
        alignment.MatchesOf(word).Where(m => m.Sentence == place.Sentence && m.Similarity >= 0.95 && m.Word != place.Word && Math.Abs(m.Word - place.Word) <= Reach);

    // "A amplifies the energy" of "A evens out the maps and B amplifies the energy": another name stands between the subject and what it does.
    private static CheckFailure? FindStolen(ClaimAlignment alignment)
    {
        var claim = alignment.Claim;
        if (FindForeign(alignment) is { } foreign)
        {
            return foreign;
        }

        var last = 0;
        while (last < claim.Words.Count && (!claim.Words[last].IsContent || claim.Words[last].IsQuantity))
        {
            last++;
        }

        if (last >= claim.Words.Count)
        {
            return null;
        }

        foreach (var sentence in alignment.Support.Take(2))
        {
            var text = alignment.TextOf(sentence);
            if (alignment.Cited.Sentences[sentence].Field == Papers.PaperField.Title || SubjectRun(alignment, sentence, last) is not { } subject)
            {
                continue;
            }

            var said = Enumerable.Range(subject.LastClaim + 1, claim.Words.Count - subject.LastClaim - 1)
                .Where(i => claim.Words[i].IsContent && claim.Words[i].Weight >= 0.15)
                .Select(i => alignment.MatchesOf(i).Where(m => m.Sentence == sentence && m.Similarity >= 0.95).Select(m => m.Word).ToArray()).ToArray();
            if (StartsAnew(text, subject.LastText) && FindOwner(alignment, sentence, subject.LastText, said) is { } owner)
            {
                return new CheckFailure(CheckFailureKind.Name, claim.Part(last, subject.LastClaim), text.Part(owner, owner));
            }

            for (var rival = subject.LastText + 1; rival < text.Words.Count; rival++)
            {
                if (text.Words[rival] is { IsName: true, IsContent: true, IsQuantity: false } && StartsPart(text, subject.LastText, rival)
                    && !Enumerable.Range(0, claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == rival))
                    && said.Count(p => p.Any(w => w > rival)) is >= 3 and var after && 2 * said.Count(p => p.Any(w => w > subject.LastText && w < rival)) <= after)
                {
                    return new CheckFailure(CheckFailureKind.Name, claim.Part(last, subject.LastClaim), text.Part(rival, rival));
                }
            }
        }

        return null;
    }

    // What the sentence says of one name stands in a stored sentence that is about another and never mentions it.
    private static CheckFailure? FindForeign(ClaimAlignment alignment)
    {
        var claim = alignment.Claim;
        if (alignment.Support.Count == 0 || alignment.Cited.Sentences[alignment.Support[0]].Field == Papers.PaperField.Title)
        {
            return null;
        }

        var sentence = alignment.Support[0];
        var text = alignment.TextOf(sentence);
        var subject = Enumerable.Range(0, Math.Min(4, claim.Words.Count)).Where(i => claim.Words[i].Clause == claim.Words[0].Clause && IsStoredName(alignment, i)).ToArray();
        if (subject.Length == 0 || subject.Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence || alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title)))
        {
            return null;
        }

        var said = Enumerable.Range(subject[^1] + 1, claim.Words.Count - subject[^1] - 1).Where(i => claim.Words[i].IsContent && claim.Words[i].Weight >= 0.15).ToArray();
        var places = said.Select(i => alignment.In(sentence, i)).OfType<WordMatch>().Select(m => m.Word).ToArray();
        if (said.Length < 3 || places.Length < 3 || places.Length < 0.75 * said.Length)
        {
            return null;
        }

        // "SlowFast tokens" where the sentence speaks of "time tokens".
        var next = subject[^1] + 1;
        if (next < claim.Words.Count && alignment.In(sentence, next) is { Similarity: >= 0.95, Word: > 0 } head && claim.Words[next].Clause == claim.Words[subject[^1]].Clause
            && text.Words[head.Word - 1] is { IsContent: true, Weight: >= LeastWeight } other && other.Clause == text.Words[head.Word].Clause)
        {
            return new CheckFailure(CheckFailureKind.Name, claim.Part(0, next), text.Part(head.Word - 1, head.Word));
        }

        var rival = Enumerable.Range(0, text.Words.Count).FirstOrDefault(j => j > 0 && text.Words[j].IsName && text.Words[j].IsContent && !text.Words[j].IsQuantity && StandsInTitle(alignment, text.Words[j]), -1);
        return rival > 0 && rival <= 10 && places.Count(p => p > rival) >= 3
            && !Enumerable.Range(0, rival).Any(j => text.Words[j].Text is "it" or "its" or "this" or "these" or "they")
            && !Enumerable.Range(0, claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == rival))
            ? new CheckFailure(CheckFailureKind.Name, claim.Part(0, subject[^1]), text.Part(rival, rival)) : null;
    }

    // What is said of the paper's own work is often said under its name.
    private static bool StandsInTitle(ClaimAlignment alignment, ClaimWord word) =>
        alignment.Cited.Terms.PlacesOf(word.Term!).Any(p => alignment.Cited.Sentences[p.Sentence].Field == Papers.PaperField.Title);

    // Written as a name in the text, whatever the sentence's own first letter is.
    private static bool IsStoredName(ClaimAlignment alignment, int word) =>
        alignment.Claim.Words[word].IsContent && alignment.MatchesOf(word).Any(m => m.Similarity >= 0.99 && alignment.TextOf(m.Sentence).Words[m.Word].IsName);

    // The name that the sentence begins with, where it stands once in the text.
    private static (int LastClaim, int LastText)? SubjectRun(ClaimAlignment alignment, int sentence, int first)
    {
        var words = alignment.Claim.Words;
        if (alignment.In(sentence, first) is not { Similarity: >= 0.95 } start || !alignment.TextOf(sentence).Words[start.Word].IsName)
        {
            return null;
        }

        var (claim, text) = (first, start.Word);
        while (claim + 1 < words.Count && alignment.In(sentence, claim + 1) is { Similarity: >= 0.95 } next && next.Word == text + 1)
        {
            (claim, text) = (claim + 1, text + 1);
        }

        return (claim, text);
    }

    // "B finds the events, and A judges them": what is said of A stands before it, right behind another name.
    private static int? FindOwner(ClaimAlignment alignment, int sentence, int subject, int[][] said)
    {
        var text = alignment.TextOf(sentence);
        for (var owner = 0; owner < subject; owner++)
        {
            var near = said.Count(p => p.Any(w => w > owner && w <= owner + Reach && w < subject));
            if (near >= 3 && 3 * said.Count(p => p.Any(w => w > subject)) <= 2 * near && text.Words[owner] is { IsName: true, IsContent: true, IsQuantity: false }
                && !Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == owner)))
            {
                return owner;
            }
        }

        return null;
    }

    // The subject begins a part of the sentence, and is not what something is done by or with.
    private static bool StartsAnew(ClaimText text, int subject)
    {
        var first = subject;
        while (first > 0 && text.Words[first - 1].IsName && !text.Words[first - 1].IsQuantity)
        {
            first--;
        }

        return first > 0 && (text.Words[first - 1].IsQuantity || text.Words[first - 1].Text is "while" or "whereas" || IsAfterComma(text, first - 1) || text.Words[first].Clause != text.Words[first - 1].Clause);
    }

    // ", and" begins a statement; "and" alone may only join two things.
    private static bool IsAfterComma(ClaimText text, int word) =>
        text.Words[word].Text == "and" && text.Text.AsSpan(0, text.Words[word].Start).TrimEnd() is [.., ',' or ';'];

    // A new part of an enumeration begins between the two names.
    private static bool StartsPart(ClaimText text, int subject, int rival)
    {
        while (rival > subject + 1 && text.Words[rival - 1].IsName && !text.Words[rival - 1].IsQuantity)
        {
            rival--;
        }

        return (text.Words[rival - 1].IsQuantity || text.Words[rival - 1].Text is "while" or "whereas" || IsAfterComma(text, rival - 1))
        && Enumerable.Range(subject + 1, rival - subject).Any(j => text.Words[j].Clause != text.Words[subject].Clause)
        && Enumerable.Range(subject + 1, rival - subject).Count(j => text.Words[j].IsContent) >= 3;
    }

    // "depends", not "dependent" or "dependence".
    private static bool IsSameForm(string claimed, string stored) =>
        claimed.TrimEnd('s') == stored.TrimEnd('s') || stored.EndsWith("ing", StringComparison.Ordinal);

    private static bool IsVerb(IReadOnlyList<ClaimWord> words, int index) =>
        words[index].Text.EndsWith('s') || words[index - 1].Text is "to" or "can" or "may" or "could" or "will" or "that" || words[index - 1].Text.EndsWith('s') || words[index - 1].Text.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsPassive(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => text.Words[i].Clause == text.Words[word].Clause && text.Words[i].Text is "is" or "are" or "was" or "were" or "been" or "be" or "being")
        || (word + 1 < text.Words.Count && text.Words[word + 1].Text is "by" or "via" or "through")
        || text.Words[word].Text.EndsWith("ed", StringComparison.Ordinal);
}
