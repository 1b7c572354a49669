using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Chat.Web;

namespace PaperChat.Chat.Tests.Web;

/// <summary>What the page's own files may hold: text of a paper is never to become markup or code.</summary>
public sealed partial class PageSourceTests
{
    public static TheoryData<string> Scripts => [.. Names(".js")];

    private static string Index => Text(PageFiles.Index);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_makes_no_markup_and_no_code_of_text(string name) =>
        Assert.DoesNotMatch(MarkupOrCode(), Text(name));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_element_that_a_script_asks_for_stands_in_the_page(string name)
    {
        var there = Id().Matches(Index).Select(m => m.Groups["id"].Value).ToHashSet();

        Assert.All(AskedFor().Matches(Text(name)).Select(m => m.Groups["id"].Value), id => Assert.Contains(id, there));
    }

    [Fact]
    public void Ids_are_unique_and_what_refers_to_one_finds_it()
    {
        var ids = Id().Matches(Index).Select(m => m.Groups["id"].Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Reference().Matches(Index).SelectMany(m => m.Groups["id"].Value.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void The_page_has_no_inline_code_or_style_and_nothing_of_other_sites()
    {
        Assert.DoesNotMatch(InlineCode(), Index);
        Assert.All(PageFiles.All, f => Assert.DoesNotMatch(OtherSite(), Text(f.Name)));
    }

    [Fact]
    public void Every_file_that_the_page_loads_is_there() => Assert.All(
        Loaded().Matches(string.Concat(PageFiles.All.Select(f => Text(f.Name)))).Select(m => m.Groups["name"].Value),
        name => Assert.NotNull(PageFiles.Find(name)));

    [Fact]
    public void Every_field_and_button_has_a_name()
    {
        var labelled = LabelFor().Matches(Index).Select(m => m.Groups["id"].Value).ToHashSet();
        var fields = Field().Matches(Index).Where(m => !m.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, f => Assert.True(
            labelled.Contains(Id().Match(f.Value).Groups["id"].Value) || Index[..f.Index].LastIndexOf("<label", StringComparison.Ordinal) > Index[..f.Index].LastIndexOf("</label", StringComparison.Ordinal),
            f.Value));
        Assert.All(IconButton().Matches(Index), b => Assert.Contains("aria-label=", b.Value, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(string ending) => PageFiles.All.Select(f => f.Name).Where(n => n.EndsWith(ending, StringComparison.Ordinal));

    private static string Text(string name) => Encoding.UTF8.GetString(PageFiles.Find(name)!.Bytes);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc\s*=|\beval\b|new\s+Function|DOMParser|createContextualFragment|setHTMLUnsafe|setTimeout\(\s*['""]", Options)]
    private static partial Regex MarkupOrCode();

    [GeneratedRegex(@"\bid=""(?<id>[^""]+)""", Options)]
    private static partial Regex Id();

    [GeneratedRegex(@"(byId|getElementById)\('(?<id>[^']+)'\)", Options)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\b(for|aria-labelledby|aria-controls|aria-describedby)=""(?<id>[^""]+)""", Options)]
    private static partial Regex Reference();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son\w+=|javascript:", Options | RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    // Namespaces of XML are names; the sites that papers are linked to are opened by the reader alone.
    [GeneratedRegex(@"(src|href)=""(https?:)?//|url\(|@import|fetch\('https?:", Options)]
    private static partial Regex OtherSite();

    [GeneratedRegex(@"(/web/|from '\./)(?<name>[\w.-]+\.(js|css|svg))", Options)]
    private static partial Regex Loaded();

    [GeneratedRegex(@"<label[^>]*\bfor=""(?<id>[^""]+)""", Options)]
    private static partial Regex LabelFor();

    [GeneratedRegex(@"<(input|select|textarea)\b[^>]*>", Options)]
    private static partial Regex Field();

    [GeneratedRegex(@"<(button|a)\b[^>]*class=""(icon-button|send)""[^>]*>", Options)]
    private static partial Regex IconButton();
}
