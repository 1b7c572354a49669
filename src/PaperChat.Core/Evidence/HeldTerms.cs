using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>
/// Which of a question's terms a paper holds: what a match of its title and all its sentences would say, by way of only those words
/// that may be one of the terms. Most papers of a ranking are looked at no closer. Not thread-safe.
/// </summary>
internal sealed class HeldTerms
{
    private const int ShortestName = 6;

    private readonly ResolvedTerms _terms;
    private readonly TermStarts _starts;

    // Common short forms that the question holds, with the long forms that may stand for them.
    private readonly (string Form, string[] Long)[] _shortForms;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _held = [];
    private Paper? _paper;
    private IReadOnlyDictionary<string, string[]>? _defined;

    public HeldTerms(ResolvedTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _terms = terms;
        string[] asked = [.. terms.Terms.SelectMany(t => t.Forms.Select(f => f.Term).Append(t.Source.Term))];
        var starts = new TermStarts(asked);
        _shortForms = [.. asked.Distinct(StringComparer.Ordinal).Where(Acronyms.Common.ContainsKey).Select(f => (f, Acronyms.Common[f]))];
        _starts = new TermStarts(asked
            .Concat(_shortForms.SelectMany(f => f.Long))
            .Concat(Acronyms.Common.Where(a => a.Value.Any(t => starts.MayHold(t))).Select(a => a.Key)));
    }

    public SentenceMatch MatchOf(AnalyzedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        _seen.Clear();
        _held.Clear();
        _defined = null;
        _paper = paper.Paper;
        foreach (var token in paper.Title)
        {
            Hold(token.Term);
        }

        // What tries to instruct a model counts for nothing, and the sentences leave it out.
        if (!paper.Paper.HoldsInstructions)
        {
            foreach (var text in paper.CleanTexts)
            {
                Scan(text);
            }
        }

        return paper.Paper.HoldsInstructions || _shortForms.Any(f => !_seen.Contains(f.Form) && f.Long.All(_seen.Contains))
            ? SentenceMatch.Of(_terms, [.. paper.Title, .. paper.Sentences.SelectMany(s => s.Tokens)])
            : SentenceMatch.OfHeld(_terms, _held);
    }

    private void Scan(string text)
    {
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            LookUp(scanner.Word);
            LookUp(scanner.Compound);
            if (scanner.Length >= ShortestName && text.AsSpan(scanner.Start + 1, scanner.Length - 1).ContainsAnyInRange('A', 'Z'))
            {
                foreach (var part in NameParts.Of(text.AsSpan(scanner.Start, scanner.Length)))
                {
                    Add(part);
                }
            }
        }
    }

    private void LookUp(ReadOnlySpan<char> word)
    {
        if (_starts.MayHold(word) && TextAnalyzer.TermOf(word) is { } term)
        {
            Hold(term);
        }
    }

    private void Hold(string term)
    {
        if (Add(term) && Acronyms.Common.TryGetValue(term, out var meant) && !(_defined ??= Acronyms.In(_paper!.Abstract)).ContainsKey(term))
        {
            foreach (var other in meant)
            {
                Add(other);
            }
        }
    }

    private bool Add(string term)
    {
        if (!_seen.Add(term))
        {
            return false;
        }

        _held.Add(term);
        return true;
    }
}
