using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>The names of a sentence that may be methods or data sets, and what speaks for each at each number.</summary>
internal sealed class FigureNames
{
    private readonly string _text;
    private readonly IReadOnlyList<NumberMention> _numbers;
    private readonly PaperNames _paper;

    public FigureNames(string text, IReadOnlyList<NumberMention> numbers, IReadOnlyList<MetricMention> metrics, IEnumerable<TextSpan> byRules, PaperNames paper)
    {
        (_text, _numbers, _paper) = (text, numbers, paper);
        All = NameCandidates.Find(text, metrics, byRules);
        var lists = new int[All.Count];
        for (var i = 1; i < lists.Length; i++)
        {
            lists[i] = NameFeatures.IsListed(text[All[i - 1].End..All[i].Start]) ? lists[i - 1] : i;
        }

        Lists = lists;
    }

    public IReadOnlyList<TextSpan> All { get; }

    /// <summary>For each name the index of the first name of the list that it stands in.</summary>
    public IReadOnlyList<int> Lists { get; }

    public IReadOnlyList<IReadOnlyList<string>> Features(int number, MetricMention metric) =>
        [.. Enumerable.Range(0, All.Count).Select(i => NameFeatures.Of(_text, All, i, _numbers, number, metric, _paper).ToArray())];
}
