using System.Globalization;

namespace PaperChat.Sources.Feeds;

/// <summary>What is wanted of arXiv; all that is given holds together.</summary>
public sealed record ArxivQuery
{
    /// <summary>Words for every field, or an expression with arXiv's own prefixes (<c>ti:</c>, <c>au:</c>, <c>abs:</c> and so on).</summary>
    public string? Text { get; init; }

    /// <summary>Papers by their arXiv ids, such as <c>2507.01234</c> or <c>cs/0101001v2</c>; nothing else is asked then.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Categories such as <c>cs.CL</c>; a paper is in one of them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public DateOnly? From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? To { get; init; }

    public int? Limit { get; init; }

    public override string ToString() => Ids.Count > 0 ? string.Join(' ', Ids) : Expression;

    /// <summary>The parameters that say which papers.</summary>
    internal string Parameters => Ids.Count > 0 ? "id_list=" + Uri.EscapeDataString(string.Join(',', Ids)) : "search_query=" + Uri.EscapeDataString(Expression);

    /// <summary>As arXiv takes it.</summary>
    internal string Expression
    {
        get
        {
            var parts = new List<string>();
            if (Text is { Length: > 0 } text)
            {
                parts.Add(text.Contains(':', StringComparison.Ordinal)
                    ? $"({text})"
                    : string.Join(" AND ", text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => "all:" + w)));
            }

            if (Categories.Count > 0)
            {
                var any = string.Join(" OR ", Categories.Select(c => "cat:" + c));
                parts.Add(Categories.Count > 1 ? $"({any})" : any);
            }

            if (From is not null || To is not null)
            {
                parts.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"submittedDate:[{From ?? new DateOnly(1991, 1, 1):yyyyMMdd}0000 TO {To ?? new DateOnly(9999, 12, 31):yyyyMMdd}2359]"));
            }

            return string.Join(" AND ", parts);
        }
    }
}
