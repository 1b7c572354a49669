using System.Text.RegularExpressions;
using PaperChat.Answering;
using PaperChat.Comparison.Figures;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Comparison;

/// <summary>Gathers the figures of several papers, so that those of one measure on one data set stand side by side.</summary>
internal static partial class FigureTable
{
    // Of the greater of two values: figures rounded differently agree.
    private const double Rounding = 0.006;

    public static IReadOnlyList<FigureGroup> Of(IReadOnlyList<Paper> papers)
    {
        var figures = papers.SelectMany((p, i) => Figures(p, i + 1)).ToArray();
        // Without a data set nothing says that two papers measured the same: their figures stay apart.
        return
        [
            .. figures.SelectMany(f => DataSets(f).Select(d => (Figure: f, DataSet: d)))
                .GroupBy(f => (f.DataSet is null ? "#" + f.Figure.Key : Key(f.DataSet), Measure(f.Figure), f.Figure.Figure.IsChange))
                .Select(g => new FigureGroup(
                    g.First().Figure.Figure.Metric, g.First().DataSet, g.Key.IsChange ? null : g.First().Figure.Figure.HigherIsBetter, [.. g.Select(f => f.Figure)], Disagreeing([.. g.Select(f => f.Figure)]).Any()))
                .OrderByDescending(g => g.IsShared).ThenBy(g => g.Figures[0].Key),
        ];
    }

    private static IEnumerable<ComparedFigure> Figures(Paper paper, int key)
    {
        var own = NameOf(paper);
        var names = PaperNames.Of(paper.Title, paper.Abstract);
        foreach (var span in SentenceSplitter.Split(paper.Abstract))
        {
            var sentence = span.Of(paper.Abstract);
            foreach (var figure in InstructionFinder.Any(sentence) ? [] : FigureReader.Read(sentence, names).Where(f => f.IsCertain))
            {
                yield return new ComparedFigure(key, figure, figure.Method?.Of(sentence) ?? (Rival().IsMatch(sentence[..figure.ValueSpan.Start]) ? null : own), Quote.Of(paper, PaperField.Abstract, span.Start, span.Length));
            }
        }
    }

    private static string?[] DataSets(ComparedFigure figure) =>
        figure.Figure.DataSets.Count == 0 ? [null] : [.. figure.Figure.DataSets.Select(d => TextCleaner.Clean(d.Of(figure.Quote.Text)).Text)];

    // The measure without the words that do not change what is measured.
    private static string Measure(ComparedFigure figure)
    {
        var words = Vague().Replace(figure.Figure.Metric.ToLowerInvariant(), " ");
        var name = figure.Figure.MetricKey;
        var modifiers = words.Split([' ', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => Telling().IsMatch(w)).Distinct().Order(StringComparer.Ordinal);
        return name + " " + string.Join(' ', modifiers);
    }

    // "MS COCO" and "COCO" are one.
    private static string Key(string? dataSet) =>
        string.Concat((dataSet ?? "").ToLowerInvariant().Where(char.IsLetterOrDigit)) is var key && key.StartsWith("mscoco", StringComparison.Ordinal) ? key[2..] : key;

    /// <summary>The pairs, in the order of their papers, that give one method different values.</summary>
    public static IEnumerable<(ComparedFigure First, ComparedFigure Second)> Disagreeing(IReadOnlyList<ComparedFigure> figures) =>
        figures.SelectMany(a => figures.Where(b => Disagree(a, b)).Select(b => (a, b)));

    private static bool Disagree(ComparedFigure a, ComparedFigure b) =>
        a.Key < b.Key && a.Method is not null && Key(a.Method) == Key(b.Method) && !a.Figure.IsChange && a.Figure.DataSets.Count > 0
        && a.Figure.Unit == b.Figure.Unit && Math.Abs(a.Figure.Value - b.Figure.Value) > Rounding * Math.Max(Math.Abs(a.Figure.Value), Math.Abs(b.Figure.Value));

    private static string? NameOf(Paper paper)
    {
        var title = TextCleaner.Clean(paper.Title).Text;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and <= 30 && title[..colon].Count(c => c == ' ') < 3 ? title[..colon] : null;
    }

    // "compared to 64.2%", "from 54%": the figure of something that has no name here.
    [GeneratedRegex(@"(?:\bcompared\s+(?:to|with)|\bv(?:s|\.s)\.?|\bversus|\bthan|\bagainst|\bfrom)\s+(?:\w+\s+){0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rival();

    [GeneratedRegex(@"\b(?:overall|average|mean|test|scores?|absolute|relative|rates?|the)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(?:macro|micro|weighted|zero|few|one|top|balanced|robust|clean|adversarial|rank|validation|training|inference|decoding|encoding|box|mask|strict|exact|joint|slot|intent)", RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
