using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>
/// Papers as a prompt shows them: keyed, cleaned, without the sentences that try to instruct a model, and between fences that no
/// paper can know, since they are made of all of the text.
/// </summary>
public sealed partial class FencedEvidence
{
    private const int FenceLength = 12;

    private FencedEvidence(string text, IReadOnlyList<EvidenceItem> items)
    {
        Text = text;
        Items = items;
        Fence = FenceOf(text);
    }

    /// <summary>A text of papers as a prompt's own lines enclose it, for what reaches a model by another way than a prompt.</summary>
    public static string Enclose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fence = FenceOf(text);
        return $"evidence {fence}\n{text}\nend of evidence {fence}";
    }

    public string Text { get; }

    /// <summary>A word of twelve hexadecimal digits that the text cannot hold on purpose.</summary>
    public string Fence { get; }

    /// <summary>The papers that found room.</summary>
    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>
    /// As much of the evidence as has room: abstracts in whole, of documents with the sentences chosen from their bodies, else the chosen
    /// sentences alone, and from the last paper on fewer papers.
    /// The first paper is always there.
    /// </summary>
    public static FencedEvidence Fit(IReadOnlyList<EvidenceItem> items, int tokens)
    {
        ArgumentNullException.ThrowIfNull(items);
        string[] whole = [.. items.Select(i => Entry(i, isWhole: true))];
        string[] chosen = [.. items.Select(i => Entry(i, isWhole: false))];
        var shown = whole.ToArray();
        for (var i = items.Count - 1; i >= 0 && shown.Sum(s => TokenEstimate.Of(s)) > tokens; i--)
        {
            shown[i] = TokenEstimate.Of(chosen[i]) < TokenEstimate.Of(whole[i]) ? chosen[i] : whole[i];
        }

        var count = items.Count;
        while (count > 1 && shown.Take(count).Sum(s => TokenEstimate.Of(s)) > tokens)
        {
            count--;
        }

        var text = string.Join("\n\n", shown.Take(count));
        return new FencedEvidence(count == 1 ? TokenEstimate.Cut(text, tokens) : text, [.. items.Take(count)]);
    }

    /// <summary>One paper without a key.</summary>
    public static FencedEvidence Of(EvidenceItem item, int tokens)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new FencedEvidence(TokenEstimate.Cut($"{Line(item.Paper.Paper.Paper.Title)}\n{Whole(item.Paper.Paper.Paper)}", tokens), [item]);
    }

    /// <summary>Whole abstracts of papers under the keys 1, 2, ..., as many as have room; at least one of at least one.</summary>
    public static FencedEvidence Of(IReadOnlyList<Paper> papers, int tokens)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var text = "";
        for (var i = 0; i < papers.Count; i++)
        {
            var entry = $"{(i == 0 ? "" : "\n\n")}{Head(papers[i], i + 1)}\n{Whole(papers[i])}";
            if (i > 0 && TokenEstimate.Of(text + entry) > tokens)
            {
                break;
            }

            text += i == 0 ? TokenEstimate.Cut(entry, tokens) : entry;
        }

        return new FencedEvidence(text, []);
    }

    private static string FenceOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..FenceLength];

    private static string Entry(EvidenceItem item, bool isWhole)
    {
        var paper = item.Paper.Paper.Paper;
        var chosen = item.Sentences.Where(s => !isWhole || (s.Field == PaperField.Body && paper.Abstract.Length > 0)).Select(s => Safe(s.Display));
        return $"{Head(paper, item.Key)}\n{string.Join(' ', isWhole ? [Whole(paper), .. chosen] : chosen)}";
    }

    private static string Head(Paper paper, int key)
    {
        var details = string.Join(", ", new[] { paper.Venue, paper.Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>());
        return string.Create(CultureInfo.InvariantCulture, $"[{key}] {Line(paper.Title)}{(details.Length > 0 ? $" ({Line(details)})" : "")}");
    }

    private static string Whole(Paper paper) => Safe(paper.Abstract.Length > 0 || paper.Body is null ? paper.Abstract : paper.Body);

    private static string Line(string text) => Safe(text).ReplaceLineEndings(" ");

    // A number in brackets would read as a key.
    private static string Safe(string stored) => BracketedNumber().Replace(TextForModels.Of(stored), "($1)");

    [GeneratedRegex(@"\[(\d[\d,;\s–-]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedNumber();
}
