namespace PaperChat.Hosting.Tests;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain – text, naïve 論文 🙂", "plain – text, naïve 論文 🙂")]
    [InlineData("a\u001b[2Jb", "a[2Jb")]
    [InlineData("a\u001b]0;title\u0007b", "a]0;titleb")]
    [InlineData("a\u009b31mb\u007f\u0000\u0008", "a31mb")]
    [InlineData("one\r\ntwo\tthree", "one  two three")]
    [InlineData("admin\u202egnp.exe\u2066", "admingnp.exe")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    public void A_line_holds_nothing_that_steers_a_terminal(string? text, string printed)
    {
        Assert.Equal(printed, TerminalText.Line(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("half \ufffd", TerminalText.Line("half \ud83d"));
    }

    [Fact]
    public void A_block_keeps_its_line_breaks_and_tabs_alone()
    {
        Assert.Equal("one\n\ttwo[0m", TerminalText.Block("one\r\n\ttwo\u001b[0m"));
    }
}
