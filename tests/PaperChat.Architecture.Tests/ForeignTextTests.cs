using System.Text.RegularExpressions;
using PaperChat.TestSupport;

namespace PaperChat.Architecture.Tests;

public sealed partial class ForeignTextTests
{
    // So many words in a row are no coincidence.
    private const int Run = 10;

    private static readonly string[] TextEndings = [".cs", ".md", ".txt", ".jsonl", ".json", ".yaml", ".csv", ".bib", ".html", ".js"];

    [Fact]
    public void No_sentence_of_the_real_page_stands_in_the_repository()
    {
        var page = SharedFolder.Require("seeds/daily-papers-07-28.txt");
        var abstracts = File.ReadLines(page).Where(l => l.Length > 300).ToArray();
        var runs = abstracts.SelectMany(Runs).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(runs);
        Violations.AssertNone(
            "Words of an abstract that was not written for this project:",
            Repository.Files.Where(f => TextEndings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
                .Select(f => (File: f, Found: Runs(Repository.Read(f)).FirstOrDefault(runs.Contains)))
                .Where(f => f.Found is not null)
                .Select(f => $"{f.File}: {f.Found}"));
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToArray();
        for (var i = 0; i + Run <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, Run);
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
