using PaperChat.Answering;
using PaperChat.Comparison;
using PaperChat.Papers;
using PaperChat.Text;
using PaperChat.Verification;

namespace PaperChat.Digests;

/// <summary>
/// Says what became of a kept answer. It errs on the side of silence: another choice among the same papers' sentences is no change, and
/// only figures of one method, measure and data set contradict each other.
/// </summary>
public static class AnswerComparison
{
    // Below this share of common terms (Jaccard) no sentence of the new text takes the place of the old one.
    private const double SameSubject = 0.2;

    /// <param name="before">The kept answer.</param>
    /// <param name="now">The answer to the same question.</param>
    /// <param name="cited">The papers that the kept answer cites, as they are now, by the ids under which it knows them; one that is gone is missing.</param>
    /// <param name="isNew">Whether a paper came into the library after the answer was kept.</param>
    public static IReadOnlyList<AnswerChange> Compare(KeptAnswer before, Answer now, IReadOnlyDictionary<string, Paper> cited, Func<PaperId, bool> isNew)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(isNew);
        AnswerChange[] changed = [.. before.Sentences.SelectMany(s => Changes(s, cited))];
        var contradicted = Contradictions(before, now, cited, isNew);
        var told = contradicted.Select(c => c.Now!.Text).ToHashSet(StringComparer.Ordinal);
        return [.. contradicted, .. changed, .. Additions(before, now, isNew).Where(a => !told.Contains(a.Now!.Text))];
    }

    // Two papers may say the same in the same words.
    private static IEnumerable<AnswerChange> Additions(KeptAnswer before, Answer now, Func<PaperId, bool> isNew)
    {
        var known = before.Sentences.SelectMany(s => s.Citations.Select(c => (s.Text, c.Id))).ToHashSet();
        return KeptAnswer.Of(now).Sentences
            .Where(s => !before.Answered || s.Citations.Any(c => isNew(new PaperId(c.Id)) && !known.Contains((s.Text, c.Id))))
            .Select(s => new AnswerChange(AnswerChangeKind.Added, s, null));
    }

    private static IEnumerable<AnswerChange> Changes(KeptSentence sentence, IReadOnlyDictionary<string, Paper> cited)
    {
        foreach (var citation in sentence.Citations)
        {
            if (!cited.TryGetValue(citation.Id, out var paper))
            {
                yield return new AnswerChange(AnswerChangeKind.Changed, null, sentence, $"The library no longer holds “{citation.Title}”.");
            }
            else if (paper.Status != PaperStatus.Current && citation.Status == PaperStatus.Current)
            {
                var how = paper.Status == PaperStatus.Retracted ? "retracted" : "withdrawn";
                yield return new AnswerChange(AnswerChangeKind.Contradicted, null, sentence, $"“{citation.Title}” was {how}.");
            }
            else if (!paper.TextOf(citation.Field).Contains(citation.Passage, StringComparison.Ordinal)
                && SentenceVerifier.Check(sentence.Text, [paper]).Verdict == SentenceVerdict.Unsupported)
            {
                yield return new AnswerChange(AnswerChangeKind.Changed, Nearest(citation, paper), sentence, $"The text of “{citation.Title}” has changed.");
            }
        }
    }

    // The sentence that says what the old one said, differently.
    private static KeptSentence? Nearest(KeptCitation citation, Paper paper)
    {
        var wanted = Terms(citation.Passage);
        var text = paper.TextOf(citation.Field);
        var best = SentenceSplitter.Split(text).Select(s => (Span: s, Shared: Jaccard(wanted, Terms(s.Of(text))))).OrderByDescending(s => s.Shared).FirstOrDefault();
        return best.Shared < SameSubject ? null : new KeptSentence(
            TextCleaner.Clean(best.Span.Of(text)).Text, [KeptAnswer.Citation(paper, Quote.Of(paper, citation.Field, best.Span.Start, best.Span.Length))]);
    }

    // A figure in a sentence of the kept answer, and another value for it in a paper that was not there.
    private static AnswerChange[] Contradictions(KeptAnswer before, Answer now, IReadOnlyDictionary<string, Paper> cited, Func<PaperId, bool> isNew)
    {
        Paper[] arrived = [.. now.Citations.Select(c => c.Paper).Concat(now.Retrieved.Select(r => r.Paper)).Where(p => isNew(p.Id)).DistinctBy(p => p.Id)];
        Paper[] old = [.. cited.Values.DistinctBy(p => p.Id).Where(p => arrived.All(a => a.Id != p.Id))];
        if (arrived.Length == 0 || old.Length == 0)
        {
            return [];
        }

        Paper[] all = [.. old, .. arrived];
        return [.. FigureTable.Of(all).Where(g => g.Contradicts).SelectMany(g => FigureTable.Disagreeing(g.Figures))
            .Where(pair => pair.First.Key <= old.Length && pair.Second.Key > old.Length)
            .Select(pair => (pair.Second, Paper: all[pair.Second.Key - 1], Before: before.Sentences.FirstOrDefault(s => Holds(s, all[pair.First.Key - 1], pair.First.Quote))))
            .Where(c => c.Before is not null)
            .Select(c => new AnswerChange(
                AnswerChangeKind.Contradicted,
                new KeptSentence(TextCleaner.Clean(c.Second.Quote.Text).Text, [KeptAnswer.Citation(c.Paper, c.Second.Quote)]),
                c.Before))
            .DistinctBy(c => (c.Now!.Text, c.Before!.Text))];
    }

    private static bool Holds(KeptSentence sentence, Paper paper, Quote quote) =>
        sentence.Citations.Any(c => c.Id == paper.Id.Value && (c.Passage.Contains(quote.Text, StringComparison.Ordinal) || quote.Text.Contains(c.Passage, StringComparison.Ordinal)));

    private static HashSet<string> Terms(string stored) => TextAnalyzer.AnalyzeStored(stored).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return common / (double)Math.Max(1, one.Count + other.Count - common);
    }
}
