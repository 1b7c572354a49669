using PaperChat.Comparison.Figures;
using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Core.Tests.Comparison;

/// <summary>A labelled figure that the rules found, with the names of its sentence.</summary>
internal sealed record RankedExample(int Sentence, string Half, RuledFigure Ruled, FigureNames Names, IReadOnlyList<IReadOnlyList<string>> Features, bool[] DataSets, bool[] Methods)
{
    public static IEnumerable<RankedExample> Of(int number, FigureCase labelled, Paper paper)
    {
        var text = paper.Abstract;
        var reading = FigureReader.ByRules(text[labelled.Start..labelled.End], PaperNames.Of(paper.Title, text));
        foreach (var ruled in reading.Figures)
        {
            if (labelled.Figures.FirstOrDefault(l => l.Value.Start == ruled.Figure.ValueSpan.Start + labelled.Start && Meets(l.Metric, ruled.Figure.MetricSpan)) is { } label)
            {
                bool[] sets = [.. reading.Names.All.Select(n => label.DataSets.Any(d => IsSame(d, n)))];
                bool[] methods = [.. reading.Names.All.Select(n => label.Method is { } m && IsSame(m, n))];
                // A label that is none of the names teaches nothing.
                if (sets.Contains(true) == label.DataSets.Count > 0 && methods.Contains(true) == label.Method is not null)
                {
                    yield return new RankedExample(number, labelled.Half, ruled, reading.Names, reading.Names.Features(ruled.Number, ruled.Metric), sets, methods);
                }
            }
        }

        bool Meets(TextSpan label, TextSpan found) => label.Start < found.End + labelled.Start && found.Start + labelled.Start < label.End;
        bool IsSame(TextSpan label, TextSpan name) => Meets(label, name) || label.Of(text) == text.Substring(name.Start + labelled.Start, name.Length);
    }

    public bool[] IsRight(NameRole role) => role == NameRole.DataSet ? DataSets : Methods;

    /// <summary>Whether weights choose right, with the reading of the rules among the voices, and by how much.</summary>
    public (bool IsRight, double Margin) Choose(IReadOnlyDictionary<string, double> weights, NameRole role)
    {
        TextSpan[] byRules = role == NameRole.DataSet ? [.. Ruled.Figure.DataSets] : Ruled.Figure.Method is { } m ? [m] : [];
        var (chosen, margin) = NameRanking.Choose(role, [.. Features.Select(f => f.Sum(x => weights.GetValueOrDefault(x)))], Names, byRules);
        var right = IsRight(role);
        return (chosen.Count == 0 ? !right.Contains(true) : Enumerable.Range(0, right.Length).Any(i => right[i] && chosen.Any(c => c.Start < Names.All[i].End && Names.All[i].Start < c.End)), margin);
    }
}
