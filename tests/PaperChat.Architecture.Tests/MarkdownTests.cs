using System.Text.RegularExpressions;

namespace PaperChat.Architecture.Tests;

public sealed class MarkdownTests
{
    [Fact]
    public void Every_relative_link_of_a_page_leads_somewhere()
    {
        var pages = Repository.Under("", ".md").ToArray();

        Assert.NotEmpty(pages);
        Violations.AssertNone("Links that lead nowhere:", pages.SelectMany(page => MarkdownText.Links(Repository.Read(page))
            .Where(link => MarkdownText.IsRelative(link) && !Resolves(page, link))
            .Select(link => $"{page}: {link}")));
    }

    [Fact]
    public void Every_page_that_the_source_names_is_there() => Violations.AssertNone(
        "Comments that name a page that is not there:",
        Repository.Under("", ".cs").SelectMany(f => Repository.Read(f).Split([' ', '(', ')', '<', '>', '\n', '"'])
            .Select(w => w.TrimEnd('.', ',', ';', ':'))
            .Where(w => w.StartsWith("docs/", StringComparison.Ordinal) && w.EndsWith(".md", StringComparison.Ordinal) && !File.Exists(Repository.FullPath(w)))
            .Select(w => $"{f}: {w}")));

    [Fact]
    public void Every_place_that_the_architecture_page_names_is_there()
    {
        var places = MarkdownText.Code(Repository.Read("ARCHITECTURE.md"))
            .Where(c => !c.Contains('<', StringComparison.Ordinal) && (c.EndsWith(".cs", StringComparison.Ordinal) || c.StartsWith("PaperChat.", StringComparison.Ordinal)))
            .ToArray();

        Assert.NotEmpty(places);
        Violations.AssertNone("Places that are not there:", places.Where(place => !IsPlace(place)));
    }

    [Theory]
    [InlineData("see [this](a.md) and ![that](b.png \"title\")", "a.md b.png")]
    [InlineData("[a]: <a.md>\n", "a.md")]
    [InlineData("`[a](b)`\n```text\n[a](b)\n```\n[c](d)", "d")]
    public void Links_are_read_outside_of_code(string text, string expected) => Assert.Equal(expected, string.Join(' ', MarkdownText.Links(text)));

    [Fact]
    public void A_heading_is_reached_by_its_words() =>
        Assert.Equal(["life-of-a-paper", "whats-net-10"], MarkdownText.Fragments("# Life of a paper\ntext\n## What's .NET `10`?\n"));

    // A folder or file of a project, or the name of a file alone; "*" stands for some characters of a name.
    private static bool IsPlace(string place)
    {
        var pattern = $"(^|/){Regex.Escape(place.TrimEnd('/')).Replace("\\*", "[^/]*")}(/|$)";
        return Repository.Files.Any(f => Regex.IsMatch(f, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    private static bool Resolves(string page, string link)
    {
        var parts = Uri.UnescapeDataString(link).Split('#', 2);
        var folder = Path.GetDirectoryName(Repository.FullPath(page))!;
        var target = parts[0].Length == 0 ? Repository.FullPath(page) : Path.GetFullPath(Path.Combine(folder, parts[0]));
        if (parts.Length == 1 || !target.EndsWith(".md", StringComparison.Ordinal))
        {
            return File.Exists(target) || Directory.Exists(target);
        }

        return File.Exists(target) && MarkdownText.Fragments(File.ReadAllText(target)).Contains(parts[1]);
    }
}
