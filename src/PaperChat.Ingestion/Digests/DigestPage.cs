using System.Globalization;
using PaperChat.Digests;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Digests;

/// <summary>A digest as all its forms show it: title, introduction, sections. Texts of papers and readers are safe to print; each form escapes them.</summary>
internal sealed record DigestPage(string Title, string Introduction, IReadOnlyList<PageSection> Sections)
{
    private const int LongestSubject = 120;

    public static DigestPage Of(DigestContent content, DateTimeOffset period)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Papers is { } papers ? OfPapers(papers, period) : OfChanges(content, period);
    }

    private static DigestPage OfPapers(Digest digest, DateTimeOffset period)
    {
        var count = digest.Groups.Sum(g => g.Entries.Count);
        List<PageSection> sections = [.. digest.Groups.Select(g => new PageSection(TerminalText.Line(g.Title), [.. g.Entries.Select(Item)]))];
        if (digest.Trending.Count > 0)
        {
            sections.Add(new PageSection("Trending", [.. digest.Trending.Select(Item)]));
        }

        var subject = Shortened(digest.Interest);
        return new DigestPage(
            count > 0 ? $"{Counted(count, "new paper")} on {subject}" : $"Trending papers; nothing new on {subject}",
            $"{Day(period)}. Out of {Counted(digest.Considered, "paper")} new in the library.",
            sections);
    }

    private static DigestPage OfChanges(DigestContent content, DateTimeOffset period)
    {
        var changes = content.Changes ?? [];
        var papers = changes.SelectMany(c => (KeptSentence?[])[c.Now, c.Before]).SelectMany(s => s?.Citations ?? []).DistinctBy(c => c.Id).ToList();
        (AnswerChangeKind Kind, string Heading)[] kinds =
            [(AnswerChangeKind.Contradicted, "Contradicted"), (AnswerChangeKind.Changed, "Changed"), (AnswerChangeKind.Added, "Added")];
        var sections = kinds
            .Select(k => new PageSection(k.Heading, [.. changes.Where(c => c.Kind == k.Kind).Select(c => Item(c, papers))]))
            .Where(s => s.Items.Count > 0)
            .Append(new PageSection("Papers", [.. papers.Select((p, i) => new PageItem { Number = i + 1, Title = TerminalText.Line(p.Title), Url = Web(p.Url) })]));
        return new DigestPage(
            $"Your answer has changed: {Shortened(content.Subject)}",
            $"{Day(period)}. What became of the answer since you were last told.",
            [.. sections]);
    }

    private static PageItem Item(DigestEntry entry)
    {
        string?[] details =
        [
            TerminalText.Line(entry.Authors), entry.Listed is { } listed && ListedDate.TryParse(listed, out var day) ? "listed " + Day(day) : null,
            entry.Upvotes is > 0 and var votes ? Counted(votes, "upvote") : null,
        ];
        return new PageItem
        {
            Number = entry.Number,
            Title = TerminalText.Line(entry.Title),
            Url = Web(entry.Url),
            Details = string.Join("; ", details.Where(d => !string.IsNullOrEmpty(d))),
            Quotes = [.. entry.Quotes.Select(q => new PageQuote("", TerminalText.Line(q.Text), [entry.Number]))],
            Code = Web(entry.Code),
        };
    }

    private static PageItem Item(AnswerChange change, List<KeptCitation> papers)
    {
        PageQuote? Quote(string lead, KeptSentence? sentence) => sentence is null ? null
            : new PageQuote(lead, TerminalText.Line(sentence.Text), [.. sentence.Citations.Select(c => papers.FindIndex(p => p.Id == c.Id) + 1).Distinct()]);
        var lead = change.Kind == AnswerChangeKind.Added ? "" : change.Kind == AnswerChangeKind.Changed ? "Now" : "New";
        return new PageItem
        {
            Details = TerminalText.Line(change.Note),
            Quotes = [.. new[] { Quote("Before", change.Before), Quote(lead, change.Now) }.OfType<PageQuote>()],
        };
    }

    private static string? Web(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static string Shortened(string text)
    {
        var line = TerminalText.Line(text).Trim();
        return line.Length <= LongestSubject ? line : line[..(char.IsHighSurrogate(line[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject)] + "…";
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Day(DateTimeOffset time) => time.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Day(ListedDate day)
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);
        return day.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month} {year}") : string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month}");
    }
}
