using PaperChat.Papers;

namespace PaperChat.Core.Tests.Matching;

/// <summary>Ways in which sources give the rest of a record: authors, abstract, year and ids.</summary>
internal static class RecordVariants
{
    /// <summary>The record of another source: no id in common, fields in other forms or missing.</summary>
    public static Paper Of(Paper paper, Random random, string other)
    {
        var number = random.Next(100_000);
        var kind = random.Next(4);
        return paper with
        {
            Id = new PaperId($"made:{number}"),
            Authors = random.Next(100) < 12 ? [] : AuthorsOf(paper.Authors, random),
            Abstract = random.Next(100) < 35 ? "" : AbstractOf(paper.Abstract, random, other),
            Year = random.Next(100) < 20 ? null : paper.Year + random.Next(10) switch { 0 => 1, 1 => -1, _ => 0 },
            Venue = random.Next(10) switch { < 3 => "Proceedings of " + paper.Venue, 3 => "arXiv", _ => null },
            Arxiv = kind == 0 && paper.Arxiv is null ? $"2401.{number:D5}" : null,
            Doi = kind == 1 ? $"10.1000/made.{number}" : null,
        };
    }

    public static IReadOnlyList<string> AuthorsOf(IReadOnlyList<string> authors, Random random)
    {
        var all = random.Next(8) switch
        {
            0 => authors.Reverse(),
            1 => authors.OrderBy(a => a, StringComparer.Ordinal),
            2 => authors.Take(1).Append("et al."),
            3 => authors.Take(3),
            _ => authors,
        };
        var form = random.Next(7);
        return [.. all.Select(a => Written(a, form))];
    }

    private static string Written(string name, int form)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || name == "et al." || name.Contains(',', StringComparison.Ordinal))
        {
            return name;
        }

        var (given, family) = (parts[..^1], parts[^1]);
        return form switch
        {
            0 => $"{family}, {string.Join(' ', given)}",
            1 => $"{string.Join(' ', given.Select(g => g[0] + "."))} {family}",
            2 => $"{family} {string.Concat(given.Select(g => g[0]))}",
            3 => $"{family}, {string.Join(' ', given.Select(g => g[0] + "."))}",
            4 => $"{given[0]} {family}",
            5 => name.ToUpperInvariant(),
            _ => name.Replace("é", "e", StringComparison.Ordinal).Replace("ö", "{\\\"o}", StringComparison.Ordinal),
        };
    }

    private static string AbstractOf(string text, Random random, string other)
    {
        var sentences = text.Split(". ");
        switch (random.Next(8))
        {
            case 0 when text.Length > 300:
                return text[..random.Next(180, 300)] + "...";
            case 1:
                return "Abstract: " + text;
            case 2:
                return "  " + text.Replace(". ", ".\n  ", StringComparison.Ordinal) + "\n";
            case 3 when sentences.Length > 3:
                return string.Join(". ", sentences[1..]);
            case 4 when sentences.Length > 3:
                return string.Join(". ", sentences[..^1]) + ".";
            case 5 when sentences.Length > 4:
                sentences[random.Next(sentences.Length)] = other.Split(". ")[0];
                return string.Join(". ", sentences);
            case 6:
                return text.Replace("%", "\\%", StringComparison.Ordinal).Replace("e.g.", "\\emph{e.g.}", StringComparison.Ordinal);
            default:
                return text;
        }
    }
}
