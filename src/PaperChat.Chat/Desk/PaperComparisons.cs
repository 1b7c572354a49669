using PaperChat.Chat.Console.Rendering;
using PaperChat.Comparison;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Desk;

/// <summary>Papers set side by side: which ones are meant, and the table of them.</summary>
internal sealed class PaperComparisons(PaperDesk desk)
{
    /// <summary>Papers in one table.</summary>
    public const int Most = 10;

    private const int FoundByQuery = 3;

    /// <summary>The papers with these names, titles or ids, in order.</summary>
    /// <exception cref="UsageException">They are fewer than two or too many, or two names mean one paper.</exception>
    /// <exception cref="NotFoundException">No paper goes by a name.</exception>
    public async Task<IReadOnlyList<Paper>> NamedAsync(IReadOnlyList<string> names, SearchFilters filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count is < 2 or > Most)
        {
            throw new UsageException(names.Count < 2 ? "A comparison needs the names of two or more papers." : $"At most {Most} papers are set side by side.");
        }

        var lookup = desk.Lookup(filters);
        List<Paper> papers = [];
        foreach (var name in names)
        {
            var paper = await lookup.FindAsync(name, cancellationToken)
                ?? throw new NotFoundException($"The library holds no paper called '{TerminalText.Line(name)}'; a search for words of its title finds papers and their ids.");
            if (papers.Exists(p => p.Id == paper.Id))
            {
                throw new UsageException($"'{TerminalText.Line(name)}' names \"{PaperText.Title(paper)}\" a second time; give papers that differ.");
            }

            papers.Add(paper);
        }

        return papers;
    }

    /// <summary>The papers that come first for some words.</summary>
    /// <exception cref="NotFoundException">There are fewer than two.</exception>
    public async Task<IReadOnlyList<Paper>> FoundAsync(string query, SearchFilters filters, int? limit, CancellationToken cancellationToken)
    {
        var wanted = Math.Max(2, Math.Min(limit ?? FoundByQuery, Most));
        var result = await desk.Search.SearchAsync(new PaperQuery { Text = QuestionText.Check(query), Filters = filters, Limit = wanted }, cancellationToken);
        return result.Hits.Count > 1 ? [.. result.Hits.Select(h => h.Paper)]
            : throw new NotFoundException($"The library holds fewer than two papers on '{TerminalText.Line(query)}'.");
    }

    /// <summary>The table, in a model's words where there is one and it is wanted.</summary>
    public async Task<PaperComparison> CompareAsync(
        IReadOnlyList<Paper> papers, IReadOnlyList<ComparisonAspect> aspects, bool extractive, CancellationToken cancellationToken)
    {
        var comparison = ComparisonBuilder.Build(papers, aspects);
        return extractive || desk.Model is not { } model
            ? comparison
            : await new ModelComparison(model.Client, model.Prompts).RewriteAsync(comparison, cancellationToken);
    }

    /// <exception cref="UsageException">There is no such aspect.</exception>
    public static IReadOnlyList<ComparisonAspect> Aspects(IEnumerable<string> names) =>
        [.. names.Select(name => !string.IsNullOrWhiteSpace(name) && ComparisonAspects.TryParse(name, out var aspect)
            ? aspect
            : throw new UsageException($"There is no aspect '{TerminalText.Line(name)}'; there are {string.Join(", ", ComparisonAspects.All.Select(ComparisonAspects.Name))}.")).Distinct()];
}
