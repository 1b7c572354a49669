using System.Text.Json;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Teams.Activities;
using PaperChat.Chat.Teams.Cards;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting.Teams;
using PaperChat.Papers;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Text on its way in and out.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("<at>PaperChat</at> hello", "hello")]
    [InlineData("hello <at>PaperChat</at>", "hello")]
    [InlineData("<at>PaperChat</at>&nbsp;a &lt; b &amp; c", "a < b & c")]
    [InlineData("<at>PaperChat</at> ask <at>User One</at> too", "ask User One too")]
    [InlineData("  what?  ", "what?")]
    [InlineData("<at>PaperChat</at>", "")]
    [InlineData("<attention> is <b>kept</b>", "<attention> is <b>kept</b>")]
    public void The_mention_of_the_bot_is_taken_out_and_nothing_else(string text, string meant)
    {
        var entities = JsonDocument.Parse("""[{"type":"mention","text":"<at>PaperChat</at>","mentioned":{"id":"28:b"}},{"type":"mention","text":"<at>User One</at>","mentioned":{"id":"29:u"}},7]""").RootElement;

        Assert.Equal(meant, MessageText.Of(text, entities.EnumerateArray(), "28:b"));
    }

    [Theory]
    [InlineData("a *b* _c_ `d` # e | f ~g~", "a \\*b\\* \\_c\\_ \\`d\\` \\# e \\| f \\~g\\~")]
    [InlineData("[text](https://example.org) ![x](y)", "\\[text\\](https://example.org) !\\[x\\](y)")]
    [InlineData("<img src=x> & more", "&lt;img src=x&gt; &amp; more")]
    [InlineData("as shown [1][12].", "as shown [1][12].")]
    [InlineData("see [1](https://evil.example)", "see \\[1\\](https://evil.example)")]
    [InlineData("[1]: https://evil.example", "\\[1\\]: https://evil.example")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("one\u001b[31mline\u202e\ntwo", "one\\[31mline two")]
    public void Plain_text_shows_as_it_is(string plain, string markdown) => Assert.Equal(markdown, TeamsMarkdown.Escape(plain));

    [Fact]
    public void A_fence_is_longer_than_any_in_the_text() => Assert.Equal("`````\na ```` b\n`````", TeamsMarkdown.Fenced("a ```` b"));

    [Fact]
    public void An_address_cannot_end_its_link() => Assert.Equal("[a](https://example.org/x%29%28y)", TeamsMarkdown.Link("a", "https://example.org/x)(y"));

    [Fact]
    public void At_most_ten_papers_are_cited_and_only_those_that_the_text_names()
    {
        var reply = new Reply(string.Concat(Enumerable.Range(2, 14).Select(n => $"[{n}]"))) { Citations = [.. Enumerable.Range(1, 15).Select(n => CitationOf(n, "Title", "Words."))] };

        var positions = CitationEntity.Of(reply)!["citation"]!.AsArray().Select(c => (int)c!["position"]!);

        Assert.Equal(Enumerable.Range(2, 10), positions);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Title", "")]
    [InlineData("", "Words.")]
    public void Name_and_abstract_of_a_citation_are_never_empty(string title, string words)
    {
        var appearance = CitationEntity.Of(new Reply("x [1]") { Citations = [CitationOf(1, title, words)] })!["citation"]![0]!["appearance"]!;

        Assert.False(string.IsNullOrWhiteSpace((string?)appearance["name"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)appearance["abstract"]));
    }

    [Fact]
    public void Long_names_and_abstracts_are_cut_to_what_Teams_takes_and_a_summary_says_that_it_is_one()
    {
        var citation = CitationOf(1, string.Concat(Enumerable.Repeat("\ud83d\udc20", 100)), new string('w', 500));
        citation = citation with { Paper = citation.Paper with { Kind = PaperKind.Summary } };

        var appearance = CitationEntity.Of(new Reply("x [1]") { Citations = [citation] })!["citation"]![0]!["appearance"]!;

        Assert.InRange(((string)appearance["name"]!).Length, 60, 80);
        Assert.InRange(((string)appearance["abstract"]!).Length, 100, 160);
        Assert.EndsWith("(summary written for the sample)", (string)appearance["abstract"]!, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes((string)appearance["name"]!)));
    }

    [Fact]
    public void Only_what_a_model_wrote_is_labelled()
    {
        Assert.Equal("""["AIGeneratedContent"]""", CitationEntity.Of(new Reply("x") { IsWritten = true })!["additionalType"]!.ToJsonString());
        Assert.Null(CitationEntity.Of(new Reply("x [1]") { Citations = [CitationOf(1, "T", "W.")] })!["additionalType"]);
    }

    [Fact]
    public void Pages_are_short_and_hold_everything_in_order()
    {
        var blocks = Enumerable.Range(0, 100).Select(i => new CardBlock($"{i} " + new string('x', i * 20), IsHeading: i % 3 == 0)).ToArray();

        var pages = CardPages.Of(blocks);

        Assert.Equal(blocks, pages.SelectMany(p => p));
        Assert.All(pages, p => Assert.InRange(p.Sum(b => b.Text.Length), 1, 6000));
        Assert.DoesNotContain(pages.SkipLast(1), p => p[^1].IsHeading && p.Count > 1);
    }

    [Fact]
    public void A_block_longer_than_a_page_goes_on_over_the_next_ones()
    {
        var text = string.Join(' ', Enumerable.Range(0, 4_000).Select(i => $"word{i}")) + " " + new string('x', 9_000);

        var pages = CardPages.Of([new CardBlock(text)]);

        Assert.True(pages.Count > 5);
        Assert.All(pages, p => Assert.InRange(p.Sum(b => b.Text.Length), 1, 6000));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(pages.SelectMany(p => p).Select(b => b.Text)).Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("some words that are too many", 16, "some words that…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…")]
    [InlineData("abcdefgh\ud83d\udc20abc", 10, "abcdefgh…")]
    public void Text_without_a_space_is_cut_all_the_same_and_no_character_is_halved(string text, int length, string cut) => Assert.Equal(cut, ShortText.Cut(text, length));

    private static Citation CitationOf(int number, string title, string words) =>
        new(number, new Paper { Id = new PaperId("x:1"), Title = title, Abstract = words }, words.Length == 0 ? [] : [new Quote(words, PaperField.Abstract, 0, words.Length)]);
}
