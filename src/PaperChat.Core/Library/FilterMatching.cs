using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Library;

/// <summary>The reference meaning of <see cref="SearchFilters"/>, one paper at a time.</summary>
internal static class FilterMatching
{
    public static bool Matches(SearchFilters filters, Paper paper) =>
        (filters.Year is not { } range || (paper.Year is { } year && range.Contains(year)))
        && (filters.Venue is not { } venue || (paper.Venue is { } own && ContainsRun(Words(own), Words(venue))))
        && (filters.Author is not { } author || MatchesAuthor(Words(author), paper.Authors))
        && (filters.Category is not { } category || paper.Categories.Any(c => MatchesCategory(c, category)))
        && (filters.ListedFrom is not { } from || (paper.Listed is { } a && a.CompareTo(from) >= 0))
        && (filters.ListedTo is not { } to || (paper.Listed is { } b && b.CompareTo(to) <= 0))
        && (filters.Papers is not { } only || only.Contains(paper.Id));

    private static bool MatchesAuthor(string[] wanted, IReadOnlyList<string> authors) =>
        wanted.Length > 0 && authors.Any(author =>
        {
            var names = Words(author);
            return wanted.All(w => names.Any(n => n == w || (n.Length == 1 && w[0] == n[0]) || (w.Length == 1 && n[0] == w[0])));
        });

    private static bool MatchesCategory(string category, string wanted) =>
        category.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (category.Length == wanted.Length || category[wanted.Length] == '.');

    private static bool ContainsRun(string[] words, string[] run) =>
        run.Length > 0 && Enumerable.Range(0, Math.Max(0, words.Length - run.Length + 1))
            .Any(i => words.AsSpan(i, run.Length).SequenceEqual(run));

    private static string[] Words(string text) => [.. TextAnalyzer.Words(text).Select(w => w.Text)];
}
