using System.Text.RegularExpressions;
using PaperChat.Ingestion;
using PaperChat.Sources.DailyPapers;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Markdown;

/// <summary>
/// One item of a list, row of a table or heading, with what stands under it: the label of its link to a paper is the title, else what is
/// bold, in quotation marks, or before the links. Long text under it is the abstract.
/// </summary>
internal sealed partial class MarkdownItem(string text, int line)
{
    private const int LongestText = 100_000;
    private static readonly char[] Around = [.. " \t-–—,;:|\"“”*_.[]()"];
    private readonly List<string> _below = [];
    private int _length = text.Length;

    public int Line => line;

    public void Add(string textBelow)
    {
        _length += textBelow.Length;
        if (_length < LongestText)
        {
            _below.Add(textBelow);
        }
    }

    /// <summary>Null for an item that points to no paper; the title may come from a column of a table.</summary>
    public SourceItem? Build(SourceOptions options, long bytesRead, string? titleColumn = null, string? yearColumn = null, string? venueColumn = null, string? authorsColumn = null)
    {
        var links = MarkdownText.Links(string.Join('\n', _below.Prepend(text)));
        var paper = links.FirstOrDefault(l => PaperAddresses.IsPaper(l.Address));
        paper = paper.Address is null ? links.FirstOrDefault(l => PaperAddresses.IsPaperLabel(l.Label)) : paper;
        if (paper.Address is null)
        {
            return null;
        }

        var title = titleColumn ?? Title(paper);
        var builder = new RecordBuilder(options);
        builder.Set(RecordField.Title, title);
        builder.Set(RecordField.Url, paper.Address);
        builder.Set(RecordField.Doi, links.Select(l => l.Address).FirstOrDefault(a => a.Contains("doi.org/10.", StringComparison.OrdinalIgnoreCase)) ?? "");
        builder.Set(RecordField.Links, links.Where(l => l.Address != paper.Address && l.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Select(l => l.Address).Distinct().ToArray());
        builder.Set(RecordField.Abstract, Abstract());
        builder.Set(RecordField.Authors, authorsColumn ?? Authors(title));
        builder.Set(RecordField.Venue, venueColumn ?? "");
        if (ReferenceYear.In(yearColumn ?? Rest(title)) is { } year and >= 1900 and <= 2100)
        {
            builder.SetYear(year);
        }

        return builder.Build() is { } record
            ? new SourceItem.Read(record, line, bytesRead)
            : new SourceItem.Rejected($"There is no title beside the link to {Excerpt.Of(paper.Address)}.", line, bytesRead);
    }

    private string Title(MarkdownLink paper)
    {
        if (!PaperAddresses.IsLabel(paper.Label) && paper.Label.Any(char.IsLetter))
        {
            return Trimmed(paper.Label);
        }

        if (MarkdownText.Bold(text) is { } bold && !PaperAddresses.IsLabel(bold))
        {
            return Trimmed(bold);
        }

        var other = MarkdownText.Links(text).FirstOrDefault(l => l.Label.Any(char.IsLetter) && !PaperAddresses.IsLabel(l.Label));
        var plain = MarkdownText.WithoutLinks(text);
        return other.Label is { } label && PageLayout.CountWords(label) > 2 ? Trimmed(label)
            : Quoted().Match(plain) is { Success: true } quoted ? Trimmed(quoted.Groups["title"].Value)
            : Trimmed(Brackets().Replace(plain, ""));
    }

    private string Abstract()
    {
        var below = string.Join('\n', _below.Select(b => MarkdownText.WithoutLinks(b.TrimStart('>', ' ', '\t'))).Where(b => PageLayout.IsLong(b) || PageLayout.IsProse(b)));
        return AbstractLabel().Replace(below, "").Trim();
    }

    // A line under the title, or what follows it, that is nothing but names.
    private string Authors(string title) =>
        _below.Select(MarkdownText.WithoutLinks).Append(Rest(title)).Select(b => AuthorsLabel().Replace(b, "").Trim(' ', '.', '-', '–', '—', ',', ':', '*', '_'))
            .FirstOrDefault(b => b.Length > 0 && PageLayout.IsListOfNames(b)) ?? "";

    private string Rest(string title)
    {
        var plain = MarkdownText.Plain(text);
        var at = plain.IndexOf(title, StringComparison.Ordinal);
        return at < 0 || title.Length == 0 ? "" : MarkdownText.WithoutLinks(text) is var without && without.Contains(title, StringComparison.Ordinal)
            ? without[(without.IndexOf(title, StringComparison.Ordinal) + title.Length)..] : without;
    }

    // A closing parenthesis stays where one opens in the title.
    private static string Trimmed(string title)
    {
        var bare = title.Trim(Around);
        return bare.Contains('(') && !bare.Contains(')') && title.Contains(')') ? bare + ")" : bare;
    }

    [GeneratedRegex(@"[""“](?<title>[^""“”]{8,500})[""”]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[[^\[\]]{0,60}\]|\(\s*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^\W*(abstract|summary|tl;?dr)\W*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AbstractLabel();

    [GeneratedRegex(@"^\W*(authors?|by)\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorsLabel();
}
