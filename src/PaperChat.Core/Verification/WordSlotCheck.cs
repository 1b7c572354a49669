namespace PaperChat.Verification;

/// <summary>
/// A thing or a property in the place of another: the words on both sides of it stand side by side in the stored sentence, with another
/// word between them that the claim does not have ("learns from colour-aware tokens" of "learns from time-aware tokens").
/// </summary>
internal static class WordSlotCheck
{
    private const double LeastWeight = 0.15;
    private const double NearCopy = 0.8;
    private const int MinJoined = 3;
    private const int MaxSlot = 2;

    // What may be said of nearly everything that a paper is about.
    private static readonly HashSet<string> Generic = new(
        """
        model models method methods approach approaches system systems framework frameworks technique techniques algorithm algorithms
        procedure procedures scheme schemes strategy strategies mechanism mechanisms architecture architectures network networks module
        modules component components tool tools solution solutions analysis study work process processes task tasks problem problems
        setting settings case cases part parts kind kinds number amount level degree way ways value values effect effects
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var sentence in alignment.Support.Take(3))
        {
            if (alignment.Cited.Sentences[sentence].Field != Papers.PaperField.Title && Find(alignment, sentence) is { } failure)
            {
                failures.Add(failure);
                return;
            }
        }
    }

    private static CheckFailure? Find(ClaimAlignment alignment, int sentence)
    {
        var aligned = WordAlignment.Of(alignment, sentence);
        var pairs = aligned.Runs.SelectMany(r => r).ToArray();
        foreach (var slot in aligned.Runs.SelectMany(r => SlotsOf(alignment, sentence, r)))
        {
            if (slot.Own.Length is > 0 and <= MaxSlot && slot.Stored.Length is > 0 and <= MaxSlot && IsSameFrame(alignment, sentence, pairs, slot) && FindReplaced(alignment, sentence, pairs, slot) is { } claimed)
            {
                return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(claimed, claimed), alignment.TextOf(sentence).Part(slot.Stored[0], slot.Stored[^1]));
            }
        }

        return null;
    }

    // Between each two words of a run, before its first and after its last.
    private static IEnumerable<Slot> SlotsOf(ClaimAlignment alignment, int sentence, (int Claim, int Text)[] run)
    {
        var (claim, text) = (alignment.Claim, alignment.TextOf(sentence));
        for (var n = 1; n < run.Length; n++)
        {
            yield return new Slot(Between(claim, run[n - 1].Claim, run[n].Claim), Between(text, run[n - 1].Text, run[n].Text), run[n - 1], run[n]);
        }

        yield return new Slot([.. Between(claim, -1, run[0].Claim).TakeLast(1)], [.. Between(text, -1, run[0].Text).TakeLast(1)], null, run[0]);
        yield return new Slot([.. Between(claim, run[^1].Claim, claim.Words.Count).Take(1)], [.. Between(text, run[^1].Text, text.Words.Count).Take(1)], run[^1], null);
    }

    private static int[] Between(ClaimText text, int before, int after) =>
        [.. Enumerable.Range(before + 1, after - before - 1).Where(i => text.Words[i].Term is not null || text.Words[i].IsQuantity)];

    // The same little words stand before the slot and after it; on one side is enough in what is otherwise a copy.
    private static bool IsSameFrame(ClaimAlignment alignment, int sentence, (int Claim, int Text)[] pairs, Slot slot)
    {
        var (claim, text) = (alignment.Claim, alignment.TextOf(sentence));
        var left = slot.Left is { } l && Joined(claim, l.Claim, slot.Own[0]) == Joined(text, l.Text, slot.Stored[0]);
        var right = slot.Right is { } r && Joined(claim, slot.Own[^1], r.Claim) == Joined(text, slot.Stored[^1], r.Text);
        return (left && right) || ((left || right) && slot is { Own.Length: 1, Stored.Length: 1 } && IsNearCopy(alignment, pairs, slot));
    }

    private static string Joined(ClaimText text, int first, int last) =>
        string.Join(' ', Enumerable.Range(first + 1, last - first - 1).Select(i => text.Words[i].Text).Where(w => w is not ("a" or "an" or "the" or "its" or "their" or "this")));

    private static bool IsNearCopy(ClaimAlignment alignment, (int Claim, int Text)[] pairs, Slot slot)
    {
        var words = alignment.Claim.Words;
        int[] rest = [.. Enumerable.Range(0, words.Count).Where(i => words[i].IsContent && !slot.Own.Contains(i))];
        var joined = rest.Where(i => pairs.Any(p => p.Claim == i)).ToArray();
        return joined.Length >= MinJoined && joined.Sum(i => words[i].Weight) >= NearCopy * rest.Sum(i => words[i].Weight);
    }

    private static int? FindReplaced(ClaimAlignment alignment, int sentence, (int Claim, int Text)[] pairs, Slot slot)
    {
        var text = alignment.TextOf(sentence);
        if (slot.Stored.Any(j => !IsThing(text, j, isFixed: false) || IsMet(alignment, sentence, pairs, j)))
        {
            return null;
        }

        foreach (var i in slot.Own)
        {
            var word = alignment.Claim.Words[i];
            if (IsThing(alignment.Claim, i, slot is { Left: not null, Right.Claim: var next } && next == i + 1) && !word.IsName && !Generic.Contains(word.Text) && !(GeneralWords.Contains(word.Text) && (alignment.MatchesOf(i).Count == 0 || slot.Stored.All(j => GeneralWords.Contains(text.Words[j].Text)))) && !slot.Stored.Any(j => MayShorten(text.Words[j], word.Text)) && !HasOwnPlace(alignment, sentence, pairs, i) && !IsJoinedElsewhere(alignment, i))
            {
                return i;
            }
        }

        return null;
    }

    // "NN" of "network", "TempRels" of "relations".
    private static bool MayShorten(in ClaimWord stored, string word) =>
        stored.IsName && stored.Text.Contains(word[0], StringComparison.OrdinalIgnoreCase);

    // By a word of the claim that has no better place in the sentence.
    private static bool IsMet(ClaimAlignment alignment, int sentence, (int Claim, int Text)[] pairs, int stored) =>
        Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == stored) && !pairs.Any(p => p.Claim == i && p.Text != stored));

    private static bool HasOwnPlace(ClaimAlignment alignment, int sentence, (int Claim, int Text)[] pairs, int word) =>
        alignment.MatchesOf(word).Any(m => m.Sentence == sentence && !pairs.Any(p => p.Text == m.Word && p.Claim != word));

    // Somewhere in the text it stands between the very words that it stands between in the claim.
    private static bool IsJoinedElsewhere(ClaimAlignment alignment, int word) =>
        alignment.MatchesOf(word).Any(m => IsNextTo(alignment, word - 1, m, -1) && IsNextTo(alignment, word + 1, m, 1));

    private static bool IsNextTo(ClaimAlignment alignment, int other, WordMatch match, int step) =>
        other < 0 || other >= alignment.Claim.Words.Count || alignment.MatchesOf(other).Any(m => m.Sentence == match.Sentence && m.Word == match.Word + step);

    // Where what stands on both sides fixes the part of speech the ending of the word tells nothing ("shared weights" of "unique weights").
    private static bool IsThing(ClaimText text, int index, bool isFixed)
    {
        var word = text.Words[index];
        return word.IsContent && word.Weight >= LeastWeight && !IsVerb(text, index, isFixed) && word.Text is not ("versus" or "vs" or "since");
    }

    private static bool IsVerb(ClaimText text, int index, bool isFixed)
    {
        var word = text.Words[index].Text;
        var before = index > 0 ? text.Words[index - 1] : default;
        return (EndsAsVerb(word) && !isFixed && !IsGerund(text, index) && TermIndex.JoinedWith(text, index) is null)
            || before.Text is "can" or "could" or "may" or "might" or "will" or "would" or "should" or "must" or "that" or "they" or "it" or "not" or "we"
            || (before.Text == "which" && (index < 2 || text.Words[index - 2].Text is not ("under" or "in" or "for" or "on" or "of" or "at" or "with")))
            || (before.Text == "to" && !EndsPhrase(text, index))
            || (before.Term is not null && before.Clause == text.Words[index].Clause && ((before.Text.EndsWith('s') && !GeneralWords.Contains(before.Text)) || (word.EndsWith('s') && !EndsPhrase(text, index))));
    }

    // "the learning rates".
    private static bool IsGerund(ClaimText text, int index) =>
        text.Words[index].Text.EndsWith("ing", StringComparison.Ordinal) && index > 0 && text.Words[index - 1].Text is "the" or "a" or "an";

    // Nothing that it could have as its object comes after it.
    private static bool EndsPhrase(ClaimText text, int index) =>
        index + 1 >= text.Words.Count || text.Words[index + 1].Clause != text.Words[index].Clause || text.Words[index + 1].Text is "versus" or "of" or "in" or "for" or "on" or "with" or "to" or "from" or "as" or "is" or "are";

    private static bool EndsAsVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal);

    // The words of content in a place of the claim and in that of the text; null at the open side of a run.
    private sealed record Slot(int[] Own, int[] Stored, (int Claim, int Text)? Left, (int Claim, int Text)? Right);
}
