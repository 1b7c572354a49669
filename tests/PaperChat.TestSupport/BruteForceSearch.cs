using System.Collections.Concurrent;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.TestSupport;

/// <summary>Search by the definitions: every chunk is analysed and scored, one by one.</summary>
internal sealed class BruteForceSearch
{
    // BM25 with the usual parameters (Robertson and Zaragoza 2009); the idf is the one that stays above 0.
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly List<Document> _documents;
    private readonly double _averageLength;
    private volatile IReadOnlyList<ReadOnlyMemory<float>>? _vectors;
    private readonly ConcurrentDictionary<string, long> _frequencies = new();

    public BruteForceSearch(InMemoryLibraryState state, double? averageLength = null)
    {
        State = state;
        _documents = [.. state.Entries.Values.SelectMany(e => e.Chunks.Select(c => Document.Of(e.Paper, c)))];
        _averageLength = averageLength is { } given ? given : _documents.Count == 0 ? 0 : _documents.Average(d => d.Length);
    }

    public InMemoryLibraryState State { get; }

    /// <summary>Makes the vectors of all documents, once. To be called before <see cref="Run"/>.</summary>
    public async Task EmbedAsync(EmbeddingModel? model, CancellationToken cancellationToken)
    {
        if (model is not null && _vectors is null)
        {
            _vectors = await model.EmbedAsync([.. _documents.Select(d => EmbeddingModel.TextOf(d.Paper, d.Chunk))], cancellationToken);
        }
    }

    public CandidateLists Run(SearchRequest request)
    {
        var allowed = Enumerable.Range(0, _documents.Count).Where(i => IsAllowed(_documents[i], request)).ToArray();
        var scored = from number in allowed
                     let document = _documents[number]
                     let terms = request.Terms.Where(t => t.Weight > 0 && document.Frequency(t.Term) > 0).ToArray()
                     let score = terms.Sum(t => Score(document, t))
                     where score > 0
                     orderby score descending, document.Paper.Id, document.Chunk.Ordinal
                     select new Candidate(document.Paper.Id, document.Chunk.Ordinal, score)
                     {
                         Vector = request.WithVectors && _vectors is not null ? (ReadOnlyMemory<float>?)_vectors[number] : null,
                         Explanation = request.Explain ? [.. terms.SelectMany(t => Explain(document, t))] : null,
                     };
        return new CandidateLists([.. scored.Take(request.Limit)], [.. Near(allowed, request).Take(request.Limit)]);
    }

    private IEnumerable<Candidate> Near(int[] allowed, SearchRequest request)
    {
        if (request.Vector is not { } query || _vectors is not { } vectors)
        {
            return [];
        }

        return from number in allowed
               let document = _documents[number]
               let cosine = Enumerable.Range(0, query.Length).Sum(i => (double)query.Span[i] * vectors[number].Span[i])
               where cosine > 0
               orderby cosine descending, document.Paper.Id, document.Chunk.Ordinal
               select new Candidate(document.Paper.Id, document.Chunk.Ordinal, cosine)
               {
                   Vector = request.WithVectors ? (ReadOnlyMemory<float>?)vectors[number] : null,
                   Bm25 = request.Terms.Where(t => t.Weight > 0 && document.Frequency(t.Term) > 0).Sum(t => Score(document, t)),
               };
    }

    private static bool IsAllowed(Document document, SearchRequest request) =>
        request.Filters.Matches(document.Paper)
        && request.RequiredPhrases.All(document.Holds)
        && !request.ExcludedPhrases.Any(document.Holds);

    public long FrequencyOf(string term) => _frequencies.GetOrAdd(term, t => _documents.LongCount(d => d.Frequency(t) > 0));

    public IEnumerable<SimilarWord> SimilarTo(string word, int maxEdits) =>
        from known in _documents.SelectMany(d => d.Words).GroupBy(w => w)
        where word.Length > 0 && known.Key.EnumerateRunes().First() == word.EnumerateRunes().First()
        let edits = EditDistance.DamerauLevenshtein(known.Key, word)
        where edits <= maxEdits
        orderby edits, known.Count() descending, known.Key
        select new SimilarWord(known.Key, edits, known.Count());

    private double Score(Document document, WeightedTerm term)
    {
        var frequency = document.Frequency(term.Term);
        var holding = FrequencyOf(term.Term);
        var idf = Math.Log(1 + ((_documents.Count - holding + 0.5) / (holding + 0.5)));
        var norm = K1 * (1 - B + (B * document.Length / _averageLength));
        return term.Weight * idf * frequency * (K1 + 1) / (frequency + norm);
    }

    // Title and text share a term's score in proportion to its weighted frequency there.
    private IEnumerable<TermScore> Explain(Document document, WeightedTerm term)
    {
        var inTitle = term.Term == document.Name ? 1 : document.Title.Count(t => t.Term == term.Term);
        var inText = document.Text.Count(t => t.Term == term.Term);
        var scoreEach = Score(document, term) / document.Frequency(term.Term);
        if (inTitle > 0)
        {
            yield return new TermScore(term.Term, PaperField.Title, inTitle, scoreEach * inTitle * FieldWeights.Title);
        }

        if (inText > 0)
        {
            yield return new TermScore(term.Term, document.Chunk.Field, inText, scoreEach * inText);
        }
    }

    private sealed record Document(Paper Paper, Chunk Chunk, List<Token> Title, List<Token> Text, HashSet<string> Words, string? Name)
    {
        public int Length => (Title.Count * FieldWeights.Title) + Text.Count;

        public static Document Of(Paper paper, Chunk chunk)
        {
            var text = paper.TextOf(chunk.Field).Substring(chunk.Start, chunk.Length);
            var words = new[] { paper.Title, text }.SelectMany(t => TextAnalyzer.Words(TextCleaner.Clean(t).Text)).Select(w => w.Text);
            return new Document(paper, chunk, TextAnalyzer.AnalyzeStored(paper.Title), TextAnalyzer.AnalyzeStored(text), [.. words], TitleName.TermOf(paper.Title));
        }

        public int Frequency(string term) => term == Name ? FieldWeights.Title : (Title.Count(t => t.Term == term) * FieldWeights.Title) + Text.Count(t => t.Term == term);

        public bool Holds(IReadOnlyList<string> phrase) =>
            PhraseMatching.Contains(phrase, Title) || PhraseMatching.Contains(phrase, Text);
    }
}
