using PaperChat.Review;

namespace PaperChat.Core.Tests.Review;

public sealed class OutlineFileTests
{
    [Fact]
    public void An_outline_is_read_as_it_was_written()
    {
        ReviewTheme[] themes = [new("Sonar", [.. ReviewPapers.All.Take(2)]), new("Nurseries", [ReviewPapers.All[3]])];

        var read = OutlineFile.Read(OutlineFile.Write("Reefs", themes), "outline.md");

        Assert.Equal("Reefs", read.Topic);
        Assert.Equal(["Sonar", "Nurseries"], read.Themes.Select(t => t.Title));
        Assert.Equal(themes.SelectMany(t => t.Papers).Select(p => p.Id), read.Themes.SelectMany(t => t.Papers));
    }

    [Fact]
    public void Ids_may_stand_without_backticks_and_twice()
    {
        var read = OutlineFile.Read("## A\r\n- arxiv:2401.00001 some title\r\n* arxiv:2401.00001\r\n", "o.md");

        Assert.Equal("arxiv:2401.00001", Assert.Single(Assert.Single(read.Themes).Papers).Value);
    }

    [Theory]
    [InlineData("- `a` before a theme\n", "o.md:1:")]
    [InlineData("## A\n\n- `` nothing\n", "o.md:3:")]
    [InlineData("# Only a topic\n", "no theme with papers")]
    public void What_is_wrong_is_named_with_its_line(string text, string expected)
    {
        var failure = Assert.Throws<PaperChatException>(() => OutlineFile.Read(text, "o.md"));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
