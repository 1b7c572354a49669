using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>A field of a paper by its name in JSON, for what deals with all fields alike. The id is none of them.</summary>
/// <param name="Name">As in the JSON of papers.</param>
/// <param name="Read">A string, a number, true, a list of strings, or null where the paper has none.</param>
/// <param name="Write">The paper with such a value.</param>
internal sealed record PaperFieldName(string Name, Func<Paper, object?> Read, Func<Paper, object?, Paper> Write)
{
    public static IReadOnlyList<PaperFieldName> All { get; } =
    [
        new("title", p => p.Title, (p, v) => p with { Title = Text(v) ?? "" }),
        new("abstract", p => p.Abstract.Length > 0 ? p.Abstract : null, (p, v) => p with { Abstract = Text(v) ?? "" }),
        new("body", p => p.Body, (p, v) => p with { Body = Text(v) }),
        new("authors", p => List(p.Authors), (p, v) => p with { Authors = List(v) }),
        new("year", p => p.Year, (p, v) => p with { Year = Number(v) }),
        new("venue", p => p.Venue, (p, v) => p with { Venue = Text(v) }),
        new("url", p => p.Url, (p, v) => p with { Url = Text(v) }),
        new("doi", p => p.Doi, (p, v) => p with { Doi = Text(v) }),
        new("arxiv", p => p.Arxiv, (p, v) => p with { Arxiv = Text(v) }),
        new("categories", p => List(p.Categories), (p, v) => p with { Categories = List(v) }),
        new("listed", p => p.Listed?.ToString(), (p, v) => p with { Listed = ListedDate.TryParse(Text(v), out var day) ? day : null }),
        new("links", p => List(p.Links), (p, v) => p with { Links = List(v) }),
        new("kind", p => (int)p.Kind, (p, v) => p with { Kind = (PaperKind)(Number(v) ?? 0) }),
        new("upvotes", p => p.Upvotes, (p, v) => p with { Upvotes = Number(v) }),
        new("version", p => p.Version, (p, v) => p with { Version = Number(v) }),
        new("updated", p => p.Updated?.DayNumber, (p, v) => p with { Updated = Number(v) is { } day ? DateOnly.FromDayNumber(day) : null }),
        new("status", p => p.Status == PaperStatus.Current ? null : (int)p.Status, (p, v) => p with { Status = (PaperStatus)(Number(v) ?? 0) }),
        new("holdsInstructions", p => p.HoldsInstructions ? true : null, (p, v) => p with { HoldsInstructions = v is true }),
    ];

    /// <summary>Whether two papers say the same in this field.</summary>
    public bool IsSame(Paper a, Paper b) => (Read(a), Read(b)) switch
    {
        (IReadOnlyList<string> x, IReadOnlyList<string> y) => x.SequenceEqual(y, StringComparer.Ordinal),
        var (x, y) => Equals(x, y),
    };

    private static string? Text(object? value) => value as string;

    private static int? Number(object? value) => value as int?;

    private static IReadOnlyList<string>? List(IReadOnlyList<string> values) => values.Count > 0 ? values : null;

    private static IReadOnlyList<string> List(object? value) => value as IReadOnlyList<string> ?? [];
}
