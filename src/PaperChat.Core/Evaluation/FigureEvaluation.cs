using PaperChat.Comparison.Figures;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evaluation;

/// <summary>Measures the extraction of figures on labelled sentences.</summary>
public static class FigureEvaluation
{
    /// <summary>
    /// A score a half, then one over all. <paramref name="papers"/> gives the paper of each case. <paramref name="miss"/> is told
    /// of each figure that is wrong or missing: the sentence, and what is wrong.
    /// </summary>
    public static IReadOnlyList<FigureScore> Score(IReadOnlyList<FigureCase> cases, Func<FigureCase, Paper> papers, Action<FigureCase, string, string>? miss)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(papers);
        var scores = cases.Select(c => Score(c, papers(c), miss)).ToArray();
        return [.. scores.GroupBy(s => s.Half, StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal).Select(g => Sum(g.Key, g)), Sum("all", scores)];
    }

    private static FigureScore Sum(string half, IEnumerable<FigureScore> scores) => scores.Aggregate(
        new FigureScore(half, 0, 0, 0, 0, 0, 0, 0),
        (a, s) => new FigureScore(half, a.Sentences + s.Sentences, a.Labelled + s.Labelled, a.Extracted + s.Extracted, a.Right + s.Right, a.ValueAndMetricRight + s.ValueAndMetricRight, a.Certain + s.Certain, a.CertainRight + s.CertainRight));

    private static FigureScore Score(FigureCase labelled, Paper paper, Action<FigureCase, string, string>? miss)
    {
        var text = paper.Abstract;
        var sentence = text[labelled.Start..labelled.End];
        var figures = FigureReader.Read(sentence, PaperNames.Of(paper.Title, paper.Abstract));
        var right = 0;
        var pairs = 0;
        var certainRight = 0;
        foreach (var figure in figures)
        {
            var label = labelled.Figures.FirstOrDefault(l => l.Value.Start == figure.ValueSpan.Start + labelled.Start);
            var isPair = label is not null && Overlap(label.Metric, figure.MetricSpan, labelled.Start);
            var isRight = isPair && SameDataSet(label!, figure, labelled.Start, text) && SameMethod(label!, figure, labelled.Start, text);
            pairs += isPair ? 1 : 0;
            right += isRight ? 1 : 0;
            certainRight += isRight && figure.IsCertain ? 1 : 0;
            if (!isRight)
            {
                miss?.Invoke(labelled, sentence, $"wrong: {Describe(figure, sentence)}");
            }
        }

        foreach (var label in labelled.Figures.Where(l => figures.All(f => f.ValueSpan.Start + labelled.Start != l.Value.Start)))
        {
            miss?.Invoke(labelled, sentence, $"missing: {label.Value.Of(text)} {label.Metric.Of(text)}");
        }

        return new FigureScore(labelled.Half, 1, labelled.Figures.Count, figures.Count, right, pairs, figures.Count(f => f.IsCertain), certainRight);
    }

    private static string Describe(ReportedFigure figure, string sentence) =>
        $"{figure.ValueSpan.Of(sentence)}{figure.Unit} | {figure.Metric} | {string.Join(", ", figure.DataSets.Select(d => d.Of(sentence)))} | {figure.Method?.Of(sentence)} | {(figure.IsChange ? "change" : "value")}{(figure.IsCertain ? "" : " | uncertain")}";

    private static bool SameDataSet(FigureLabel label, ReportedFigure figure, int offset, string text) => label.DataSets.Count == 0
        ? figure.DataSets.Count == 0
        : figure.DataSets.Any(d => label.DataSets.Any(l => Overlap(l, d, offset) || text.AsSpan(l.Start, l.Length).SequenceEqual(text.AsSpan(d.Start + offset, d.Length))));

    private static bool SameMethod(FigureLabel label, ReportedFigure figure, int offset, string text) => label.Method is { } method
        ? figure.Method is { } found && (Overlap(method, found, offset) || text.AsSpan(method.Start, method.Length).SequenceEqual(text.AsSpan(found.Start + offset, found.Length)))
        : figure.Method is null;

    private static bool Overlap(TextSpan label, TextSpan found, int offset) => label.Start < found.End + offset && found.Start + offset < label.End;
}
