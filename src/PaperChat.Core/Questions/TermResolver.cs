using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Questions;

/// <summary>
/// Asks the library for a question's terms: how rare each is, and for one that it does not know, which of its words was meant
/// (British and American spellings, joined words, misspellings). The library's vocabulary is the dictionary.
/// </summary>
internal sealed class TermResolver(IPaperLibrary library)
{
    private const float VariantWeight = 0.95f;
    private const float CorrectionWeight = 0.9f;
    private const float RelatedWeight = 0.4f;

    // How many documents the background counts for: a library of some thousand papers decides by itself.
    private const double BackgroundDocuments = 2_000;

    // A word that abstracts use is taken for misspelt only when the other word is this many times as common there.
    private const double MisspeltRatio = 1_000;

    public async Task<ResolvedTerms> ResolveAsync(IReadOnlyList<QuestionTerm> terms, long documents, CancellationToken cancellationToken)
    {
        var candidates = terms.Select(t => Candidates(t, terms)).ToArray();
        var wanted = candidates.SelectMany(c => c).Distinct(StringComparer.Ordinal).ToArray();
        var counts = await library.GetDocumentFrequenciesAsync(wanted, cancellationToken);
        var frequency = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < wanted.Length; i++)
        {
            frequency[wanted[i]] = counts[i];
        }

        var resolved = new List<ResolvedTerm>(terms.Count);
        var notes = new List<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            var known = candidates[i].Where(c => frequency[c] > 0).ToArray();
            var forms = new List<TermForm> { new(terms[i].Term, 1f, false) };
            forms.AddRange(known.Where(c => c != terms[i].Term).Select(c => new TermForm(c, VariantWeight, false)));
            var count = known.Length > 0 ? known.Max(c => frequency[c]) : 0;
            if (known.Length == 0)
            {
                foreach (var word in await CorrectionsAsync(terms[i], cancellationToken))
                {
                    forms.Add(new TermForm(PorterStemmer.Stem(word.Word), CorrectionWeight, false));
                    count = Math.Max(count, word.Frequency);
                    notes.Add($"read \"{terms[i].Surface}\" as \"{word.Word}\"");
                }
            }

            forms.AddRange(terms[i].Related.Where(r => forms.All(f => f.Term != r)).Select(r => new TermForm(r, RelatedWeight, true)));
            resolved.Add(new ResolvedTerm(terms[i], Rarity(terms[i].Term, documents, count), forms, count > 0));
        }

        return new ResolvedTerms(resolved, notes);
    }

    // Documents of the library and of the background counted together.
    private static double Rarity(string term, long documents, long count)
    {
        var share = BackgroundTerms.FrequencyOf(term) / BackgroundTerms.Documents;
        var all = documents + BackgroundDocuments;
        var holding = count + share * BackgroundDocuments;
        return Math.Log(1 + (all - holding + 0.5) / (holding + 0.5));
    }

    // The term, its spellings elsewhere, and the word it makes with the one after it ("spatio temporal").
    private static List<string> Candidates(QuestionTerm term, IReadOnlyList<QuestionTerm> all)
    {
        var list = new List<string> { term.Term };
        var word = term.Surface.ToLowerInvariant();
        foreach (var variant in SpellingVariants.Of(word))
        {
            list.Add(PorterStemmer.Stem(variant));
        }

        foreach (var next in all.Where(t => t.Position == term.Position + 1))
        {
            list.Add(PorterStemmer.Stem(word + next.Surface.ToLowerInvariant()));
        }

        foreach (var previous in all.Where(t => t.Position == term.Position - 1))
        {
            list.Add(PorterStemmer.Stem(previous.Surface.ToLowerInvariant() + word));
        }

        return [.. list.Distinct(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<SimilarWord>> CorrectionsAsync(QuestionTerm term, CancellationToken cancellationToken)
    {
        var word = term.Surface.ToLowerInvariant();
        // Short words and words with digits are more often another name than a misspelt one.
        var edits = word.Length switch { < 5 => 0, < 8 => 1, _ => 2 };
        if (edits == 0 || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        var common = BackgroundTerms.FrequencyOf(term.Term);
        var similar = (await library.FindSimilarWordsAsync(word, edits, 5, cancellationToken))
            .Where(s => BackgroundTerms.FrequencyOf(PorterStemmer.Stem(s.Word)) >= MisspeltRatio * common)
            .ToArray();
        var nearest = similar.Select(s => s.Edits).DefaultIfEmpty(0).Min();
        return similar.Where(s => s.Edits == nearest).Take(2);
    }
}
