using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>
/// Reads the figures that one sentence reports: numbers that the sentence ties to a measure it names. A number is left out where it is
/// not certain which measure it is of, or which of the sentence's names are its data set and method.
/// </summary>
public static partial class FigureReader
{
    private const int FarthestBefore = 90;
    private const int FarthestAfter = 60;

    /// <summary>
    /// The figures of a stored sentence, in its order; spans count in <paramref name="sentence"/>. <paramref name="paper"/> is what the
    /// paper around it says of the names in it.
    /// </summary>
    public static IReadOnlyList<ReportedFigure> Read(string sentence, PaperNames paper)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(paper);
        var reading = ByRules(sentence, paper);
        var figures = new List<ReportedFigure>();
        foreach (var figure in reading.Figures.Select(f => Ranked(sentence, reading, f)))
        {
            if (figure.Certainty >= NameRanking.LeastMargin && !IsOfRival(sentence, reading.Text, figure, figures))
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    /// <summary>What the rules alone read, and the names that it is weighed against.</summary>
    internal static FigureReading ByRules(string sentence, PaperNames paper)
    {
        var text = FigureText.Of(sentence);
        var numbers = NumberFinder.Find(text);
        var metrics = numbers.Count == 0 ? [] : MetricFinder.Find(text);
        var paired = FigurePairing.Pair(text, numbers, metrics);
        var dataSets = metrics.Count == 0 ? [] : NameFinder.DataSets(text, metrics);
        var figures = new List<RuledFigure>();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (paired[i] is { } metric)
            {
                var method = MethodFinder.Of(text, dataSets, metrics, numbers[i].Start);
                figures.Add(new RuledFigure(Figure(text, sentence, numbers, i, metric, dataSets, method), i, metric));
            }
        }

        var named = dataSets.SelectMany(l => l).Concat(figures.SelectMany(f => f.Figure.Method is { } m ? f.Figure.DataSets.Append(m) : f.Figure.DataSets));
        return new FigureReading(text, numbers, figures, new FigureNames(text, numbers, figures.Count == 0 ? [] : metrics, figures.Count == 0 ? [] : named, paper));
    }

    // What the rules read is weighed against the other names of the sentence.
    private static ReportedFigure Ranked(string sentence, FigureReading reading, RuledFigure ruled)
    {
        var (figure, names) = (ruled.Figure, reading.Names);
        var features = names.Features(ruled.Number, ruled.Metric);
        var (dataSets, setMargin) = NameRanking.Choose(NameRole.DataSet, NameRanking.Scores(NameRole.DataSet, features), names, figure.DataSets);
        var (methods, methodMargin) = NameRanking.Choose(NameRole.Method, NameRanking.Scores(NameRole.Method, features), names, figure.Method is { } method ? [method] : []);
        var isOne = dataSets.Any(d => methods.Any(m => m.Start < d.End && d.Start < m.End));
        return figure with
        {
            DataSets = ReferenceEquals(dataSets, figure.DataSets) ? dataSets : FigureDataSets.Narrowed(reading.Text, reading.Numbers, ruled.Number, dataSets),
            Method = methods.Count > 0 ? Closed(sentence, methods[0]) : null,
            Certainty = isOne ? 0 : Math.Min(setMargin, methodMargin),
        };
    }

    // "X reaches 91% compared to 85% for Y": both cannot be X's.
    private static bool IsOfRival(string sentence, string text, ReportedFigure figure, List<ReportedFigure> before) =>
        figure is { IsChange: false, Method: { } method } && NameFeatures.IsRival(text, figure.ValueSpan.Start)
        && before.Any(f => !f.IsChange && f.MetricKey == figure.MetricKey && f.Method?.Of(sentence) == method.Of(sentence) && f.Unit == figure.Unit && f.DataSets.SequenceEqual(figure.DataSets));

    // "Net_{SMALL}": the bracket that a name opens is part of it.
    private static TextSpan Closed(string sentence, TextSpan name) =>
        name.Of(sentence) is var text && text.Contains('{', StringComparison.Ordinal) && !text.Contains('}', StringComparison.Ordinal) && name.End < sentence.Length && sentence[name.End] == '}'
            ? new TextSpan(name.Start, name.Length + 1)
            : name;

    private static ReportedFigure Figure(
        string text, string sentence, IReadOnlyList<NumberMention> numbers, int index, MetricMention metric, IReadOnlyList<IReadOnlyList<TextSpan>> dataSets, TextSpan? method)
    {
        var number = numbers[index];
        var before = MethodFinder.Before(text, number.Start);
        var bracketed = dataSets.Any(l => l.Any(d => d.Start == before?.Start)) ? null : before;
        var isBaseline = bracketed is null && Baseline().IsMatch(Around(text, number, numbers, index));
        var following = metric.Key is "speedup" ? null : MethodFinder.After(text, EndOfRange(text, numbers, index), dataSets);
        var owner = metric.End <= number.Start ? MethodFinder.InFront(text, metric.Start) ?? MethodFinder.Owner(text, metric.End, dataSets) : null;
        return new ReportedFigure
        {
            Value = number.Value,
            ValueSpan = new TextSpan(number.Start, number.Length),
            Unit = number.Unit,
            Metric = sentence.Substring(metric.Start, metric.Length),
            MetricSpan = new TextSpan(metric.Start, metric.Length),
            MetricKey = metric.Key,
            HigherIsBetter = metric.HigherIsBetter,
            DataSets = metric.Key.EndsWith("parameters", StringComparison.Ordinal) ? [] : FigureDataSets.Of(text, numbers, index, dataSets, metric.Key is "speedup", following),
            Method = bracketed ?? following ?? owner ?? (isBaseline ? null : method ?? MethodFinder.Praised(text)),
            IsChange = FigureChange.Is(text, number, metric),
        };
    }

    // Of "from 8% to 20% for GPT-4o" both numbers are those of what follows the second.
    private static int EndOfRange(string text, IReadOnlyList<NumberMention> numbers, int index) =>
        index + 1 < numbers.Count && text[numbers[index].End..numbers[index + 1].Start].Trim() is "to" or "→" or "-" or "–" ? numbers[index + 1].End : numbers[index].End;

    // From the number to what separates it from the next one.
    private static string Around(string text, NumberMention number, IReadOnlyList<NumberMention> numbers, int index)
    {
        var end = index + 1 < numbers.Count ? numbers[index + 1].Start : text.Length;
        var start = index > 0 ? numbers[index - 1].End : 0;
        return text[Math.Max(start, number.Start - FarthestBefore)..number.Start] + "#" + text[number.End..Math.Min(end, number.End + FarthestAfter)];
    }

    // The number is that of something else, which the sentence does not name.
    [GeneratedRegex(@"(?:compared (?:with|to)|versus|vs\.?|existing (?:metrics|methods) \w+ \w+ only|from)\s*(?:\w+ ){0,2}#|than\s+(?:\w+\s+){1,2}#|#(?:\s*[%±]?[\d.\s%]*)?\s*(?:\w+ )?(?:with|for|from|of) (?:the|a) [\w-]+(?: [\w-]+){0,3} baseline|#\s*baseline", RegexOptions.CultureInvariant)]
    private static partial Regex Baseline();
}
