using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Ingestion;

/// <summary>Makes a paper of a source's record: ids, links and limits. Texts stay as they stand.</summary>
public static class PaperNormalizer
{
    public const int MaxTitleLength = 2_000;
    public const int MaxAbstractLength = 100_000;
    public const int MaxBodyLength = 20_000_000;
    public const int MaxAuthors = 10_000;
    public const int MaxAuthorLength = 1_000;
    public const int MaxKeyLength = 500;

    private const int MaxLinks = 100;
    private const int MaxFieldLength = 4_000;

    /// <summary>
    /// The paper, or null and the reason in words for the user. NUL and lone surrogates, which neither UTF-8 nor a database can
    /// keep, are stored as U+FFFD; nothing else of the texts is changed.
    /// </summary>
    public static NormalizedPaper? Normalize(SourceRecord record, out string? reason)
    {
        ArgumentNullException.ThrowIfNull(record);
        reason = ReasonAgainst(record);
        if (reason is not null)
        {
            return null;
        }

        var paper = Build(record);
        var aliases = PaperIds.Of(paper, record.Key);
        return new NormalizedPaper(paper with { Id = aliases[0] }, aliases);
    }

    private static Paper Build(SourceRecord record)
    {
        var title = StorableText.Of(record.Title);
        var text = StorableText.Of(record.Abstract);
        var body = record.Body is { Length: > 0 } given ? StorableText.Of(given) : null;
        string?[] addresses = [record.Url, .. record.Links];
        return new Paper
        {
            Id = default,
            Title = title,
            Abstract = text,
            Body = body,
            Authors = Kept(record.Authors),
            Year = record.Year is >= 1000 and <= 9999 ? record.Year : null,
            Venue = Kept(record.Venue),
            Url = Kept(record.Url),
            Arxiv = Identifiers.ArxivIn(record.Arxiv) ?? Identifiers.ArxivIn(record.Doi) ?? First(addresses, Identifiers.ArxivOfAddress)
                ?? Identifiers.ArxivOfKey(record.Key) ?? Identifiers.OwnArxiv(text),
            Doi = Identifiers.DoiIn(record.Doi) ?? First(addresses, Identifiers.DoiOfAddress) ?? Identifiers.DoiOfKey(record.Key),
            Categories = Kept(record.Categories),
            Listed = record.Listed,
            Links = [.. Kept(record.Links).Concat(LinkFinder.Find(text)).Distinct(StringComparer.Ordinal).Take(MaxLinks)],
            Kind = record.Kind,
            Upvotes = record.Upvotes is >= 0 ? record.Upvotes : null,
            Version = record.Version is >= 1 ? record.Version : null,
            Updated = record.Updated,
            Status = record.Status,
            HoldsInstructions = InstructionFinder.Any(title) || InstructionFinder.Any(text) || (body is not null && InstructionFinder.Any(body)),
        };
    }

    private static string? ReasonAgainst(SourceRecord record)
    {
        if (string.IsNullOrWhiteSpace(record.Title))
        {
            return "the title is empty";
        }

        return TooLong("title", record.Title, MaxTitleLength)
            ?? TooLong("abstract", record.Abstract, MaxAbstractLength)
            ?? TooLong("text", record.Body, MaxBodyLength)
            ?? TooLong("id", record.Key, MaxKeyLength)
            ?? (record.Authors.Count > MaxAuthors ? $"{record.Authors.Count} authors are more than {MaxAuthors}" : null)
            ?? record.Authors.Select(a => TooLong("name of an author", a, MaxAuthorLength)).FirstOrDefault(r => r is not null);
    }

    private static string? TooLong(string field, string? text, int limit) =>
        text?.Length > limit ? $"the {field} has {text.Length} characters, more than {limit}" : null;

    private static string? First(IEnumerable<string?> addresses, Func<string?, string?> find) =>
        addresses.Select(find).FirstOrDefault(id => id is not null);

    private static string? Kept(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > MaxFieldLength ? null : StorableText.Of(text.Trim());

    private static string[] Kept(IReadOnlyList<string> texts) => [.. texts.Select(Kept).OfType<string>()];
}
