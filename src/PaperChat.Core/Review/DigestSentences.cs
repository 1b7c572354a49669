using PaperChat.Comparison;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>The sentences of one paper that a digest may quote, each rated for its role and for the topic.</summary>
internal sealed class DigestSentences
{
    private const int Long = 330;
    private const int Short = 25;
    private const double Leaning = 0.7;
    private const double Inside = 2.2;
    private const double LateFrom = 0.6;
    private const double Redundant = 0.5;

    private readonly AnalyzedSentence[] _sentences;
    private readonly double[] _onTopic;
    private readonly int _approach;

    public DigestSentences(QuestionReading reading, ResolvedTerms terms, AnalyzedPaper paper)
    {
        Paper = paper.Paper;
        var scores = SentenceRanker.Score(reading, terms, paper);
        var best = Math.Max(scores.DefaultIfEmpty(0).Max(), 1e-9);
        var usable = Enumerable.Range(0, paper.Sentences.Count)
            .Where(i => paper.Sentences[i].Field == PaperField.Abstract && !InstructionFinder.Any(paper.Sentences[i].Span.Of(paper.Paper.Abstract))).ToArray();
        _sentences = [.. usable.Select(i => paper.Sentences[i])];
        _onTopic = [.. usable.Select(i => Math.Clamp(scores[i] / best, 0, 1))];
        _approach = Array.FindIndex(_sentences, s => RhetoricalRoles.IsProposal(s.Display));
    }

    public Paper Paper { get; }

    /// <summary>What the paper does, and what it reports; in the order of its text, at least one sentence where it has any.</summary>
    public IReadOnlyList<AnalyzedSentence> Summary()
    {
        if (_sentences.Length == 0)
        {
            return [];
        }

        var approach = Enumerable.Range(0, _sentences.Length).MaxBy(i => Rate(i, ComparisonAspect.Approach, 0.6));
        var results = Enumerable.Range(0, _sentences.Length)
            .Where(i => i != approach && Role(i, ComparisonAspect.Results) > 0 && !SentenceCues.IsAvailability(_sentences[i].Display) && Shared(_sentences[i], _sentences[approach]) < Redundant)
            .OrderByDescending(i => Rate(i, ComparisonAspect.Results, 0.4)).Take(1);
        return [.. results.Append(approach).Order().Select(i => _sentences[i])];
    }

    /// <summary>The sentence that says best what the trouble is, with its score; null where none says it.</summary>
    public (AnalyzedSentence Sentence, double Score)? Problem()
    {
        var found = Enumerable.Range(0, _sentences.Length)
            .Where(i => (_approach < 0 || i < _approach) && Role(i, ComparisonAspect.Problem) >= 0.8 && !Leans(i) && !SentenceCues.IsOwn(_sentences[i].Display) && _sentences[i].Display.Length is >= Short and <= Long)
            .Select(i => (Sentence: _sentences[i], Score: Rate(i, ComparisonAspect.Problem, 1)))
            .OrderByDescending(s => s.Score).ToArray();
        return found.Length == 0 ? null : found[0];
    }

    /// <summary>Sentences that name something open, and whether they stand after the paper's own approach.</summary>
    public IEnumerable<(AnalyzedSentence Sentence, bool IsAfter)> Gaps()
    {
        for (var i = 0; i < _sentences.Length; i++)
        {
            if (GapWords.Names(_sentences[i].Display) && _sentences[i].Display.Length >= Short && (!Leans(i) || i > LateFrom * (_sentences.Length - 1)))
            {
                yield return (_sentences[i], (i > _approach && i > LateFrom * (_sentences.Length - 1)) || GapWords.IsOutlook(_sentences[i].Display));
            }
        }
    }

    /// <summary>The share of terms that two sentences have in common (Jaccard).</summary>
    public static double Shared(AnalyzedSentence a, AnalyzedSentence b)
    {
        var terms = a.Tokens.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var others = b.Tokens.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var common = terms.Count(others.Contains);
        return common / (double)Math.Max(1, terms.Count + others.Count - common);
    }

    private double Rate(int index, ComparisonAspect aspect, double topicWeight) =>
        Role(index, aspect) + (topicWeight * _onTopic[index]) - (SentenceCues.PointsBack(_sentences[index].Display) ? Leaning : 0) - (GapWords.BeginsInside(_sentences[index].Display) ? Inside : 0) - (Math.Max(0, _sentences[index].Display.Length - Long) / 200.0);

    private double Role(int index, ComparisonAspect aspect) => RhetoricalRoles.Score(
        aspect, _sentences[index].Display, _sentences.Length == 1 ? 0 : (double)index / (_sentences.Length - 1), _approach >= 0 && index > _approach);

    private bool Leans(int index) => SentenceCues.PointsBack(_sentences[index].Display) || GapWords.BeginsInside(_sentences[index].Display);
}
