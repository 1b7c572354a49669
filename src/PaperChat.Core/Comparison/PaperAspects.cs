using PaperChat.Answering;
using PaperChat.Comparison.Figures;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Comparison;

/// <summary>Finds what an abstract says on each aspect: the sentence that speaks on it best, each sentence in one cell.</summary>
internal static class PaperAspects
{
    private const int MostResults = 2;
    private const int MostNames = 8;
    private const double Least = 0.75;

    // The most telling first: a sentence goes to the first aspect that it speaks on best.
    private static readonly ComparisonAspect[] Order =
    [
        ComparisonAspect.Approach, ComparisonAspect.Code, ComparisonAspect.Problem, ComparisonAspect.Results, ComparisonAspect.Limits,
        ComparisonAspect.Novelty, ComparisonAspect.Cost, ComparisonAspect.Data,
    ];

    public static IReadOnlyList<ComparisonCell> Of(Paper paper, IReadOnlyList<ComparisonAspect> aspects)
    {
        var sentences = AnalyzedPaper.Of(paper).Sentences.Where(s => s.Field != PaperField.Title && !InstructionFinder.Any(s.Span.Of(paper.TextOf(s.Field)))).ToArray();
        var approach = Array.FindIndex(sentences, s => RhetoricalRoles.IsProposal(s.Display));
        approach = approach >= 0 ? approach : Presenting(paper, sentences);
        var taken = new HashSet<int>();
        var cells = new Dictionary<ComparisonAspect, ComparisonCell>();
        foreach (var aspect in Order)
        {
            var names = aspect == ComparisonAspect.Data ? Names(paper, sentences) : [];
            var chosen = names.Count > 0 ? [] : Choose(aspect, sentences, approach, taken);
            taken.UnionWith(chosen);
            cells[aspect] = new ComparisonCell(aspect, names.Count > 0 ? names : [.. chosen.Order().Select(i => StatementCutter.Of(paper, sentences[i], aspect))]);
        }

        return [.. aspects.Select(a => cells[a])];
    }

    private static List<int> Choose(ComparisonAspect aspect, AnalyzedSentence[] sentences, int approach, HashSet<int> taken)
    {
        var scored = sentences
            .Select((s, i) => (Index: i, Score: RhetoricalRoles.Score(aspect, s.Display, sentences.Length == 1 ? 0 : (double)i / (sentences.Length - 1), approach >= 0 && i > approach)))
            .Where(s => s.Score >= Least && (!taken.Contains(s.Index) || aspect is ComparisonAspect.Cost))
            .OrderByDescending(s => s.Score - (taken.Contains(s.Index) ? 1 : 0)).ThenBy(s => s.Index)
            .ToArray();
        if (aspect == ComparisonAspect.Approach && scored.Length == 0 && approach >= 0)
        {
            return [approach];
        }

        return [.. scored.Take(aspect == ComparisonAspect.Results ? MostResults : 1).Select(s => s.Index)];
    }

    // An abstract without "we propose" presents its method by name: "ReefNet counts corals."
    private static int Presenting(Paper paper, AnalyzedSentence[] sentences)
    {
        var title = TextCleaner.Clean(paper.Title).Text;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and <= 30 ? Array.FindIndex(sentences, s => s.Display.StartsWith(title[..colon] + " ", StringComparison.OrdinalIgnoreCase)) : -1;
    }

    // The names of data sets, each a quote of its own.
    private static List<ComparisonStatement> Names(Paper paper, AnalyzedSentence[] sentences)
    {
        var names = new List<ComparisonStatement>();
        foreach (var sentence in sentences.Where(s => RhetoricalRoles.IsEvaluation(s.Display)))
        {
            var text = FigureText.Of(sentence.Span.Of(paper.TextOf(sentence.Field)));
            foreach (var name in NameFinder.DataSets(text, MetricFinder.Find(text)).SelectMany(l => l))
            {
                var quote = Quote.Of(paper, sentence.Field, sentence.Span.Start + name.Start, name.Length);
                var shown = TextCleaner.Clean(quote.Text).Text;
                if (names.Count < MostNames && names.All(n => !n.Text.Equals(shown, StringComparison.OrdinalIgnoreCase)))
                {
                    names.Add(new ComparisonStatement(shown, quote, SentenceVerdict.Verbatim));
                }
            }
        }

        return names;
    }
}
