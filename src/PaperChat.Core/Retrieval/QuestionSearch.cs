using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>Scores papers for the words of a question, or of a part of it, by their best chunk. Thread-safe.</summary>
internal sealed class QuestionSearch(IPaperLibrary library, EmbeddingModel? model)
{
    private const int Candidates = 100;

    private readonly CandidateSearch _candidates = new(library, model);

    /// <summary>The papers found, each with the score of its best chunk (0 to about 2).</summary>
    /// <param name="reading">The question: what it leaves out and its filters.</param>
    /// <param name="text">The words to search for.</param>
    /// <param name="terms">The terms of those words.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Dictionary<PaperId, double>> ScoresAsync(
        QuestionReading reading, string text, ResolvedTerms terms, CancellationToken cancellationToken)
    {
        var request = new SearchRequest
        {
            Terms = SearchTerms(text, terms),
            RequiredPhrases = [],
            ExcludedPhrases = [.. reading.Excluded.Select(Phrase).Where(p => p.Length > 0)],
            Filters = reading.Filters,
            Limit = Candidates,
        };
        var scores = new Dictionary<PaperId, double>();
        foreach (var candidate in await _candidates.SearchAsync(text, request, RetrievalMode.Hybrid, notes: null, cancellationToken))
        {
            // A paper counts by its best chunk; lists come best first.
            scores.TryAdd(candidate.Paper, candidate.Score);
        }

        return scores;
    }

    private static WeightedTerm[] SearchTerms(string text, ResolvedTerms terms) =>
        [.. TitleName.TermsIn(text).Select(t => new WeightedTerm(t, 1)), .. terms.Terms.SelectMany(t => t.Forms.Where(f => !f.IsRelated).Select(f => new WeightedTerm(f.Term, f.Weight * t.Source.Weight)))
            .GroupBy(t => t.Term, StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Weight)!)];

    private static string[] Phrase(string text) => [.. TextAnalyzer.Analyze(text).Select(t => t.Term)];
}
