using PaperChat.Chat.Console.Prompt;
using PaperChat.TestSupport;
using Spectre.Console;

namespace PaperChat.Chat.Tests.Console.Prompt;

public sealed class LineEditorTests
{
    [Theory]
    [InlineData("helo", ConsoleKey.LeftArrow, "l", "hello")]
    [InlineData("ello", ConsoleKey.Home, "h", "hello")]
    [InlineData("hellou", ConsoleKey.Backspace, "", "hello")]
    public async Task Plain_keys_edit_the_line(string typed, ConsoleKey key, string then, string expected)
    {
        var console = new TestConsole(ansi: true).Type(typed).Press(key).Type(then + "\n");

        Assert.Equal(expected, await ReadAsync(console));
    }

    [Theory]
    [InlineData("one two", ConsoleKey.W, "three", "one three")]
    [InlineData("one two", ConsoleKey.U, "three", "three")]
    [InlineData("ne", ConsoleKey.A, "o", "one")]
    [InlineData("one", ConsoleKey.E, "!", "one!")]
    [InlineData("one", ConsoleKey.H, "", "on")]
    public async Task Control_keys_edit_the_line(string typed, ConsoleKey key, string then, string expected)
    {
        var console = new TestConsole(ansi: true).Type(typed).Press(key, control: true).Type(then + "\n");

        Assert.Equal(expected, await ReadAsync(console));
    }

    [Fact]
    public async Task Control_k_deletes_to_the_end_and_delete_under_the_cursor()
    {
        var console = new TestConsole(ansi: true).Type("abcdef")
            .Press(ConsoleKey.Home).Press(ConsoleKey.Delete).Press(ConsoleKey.RightArrow).Press(ConsoleKey.K, control: true).Type("\n");

        Assert.Equal("b", await ReadAsync(console));
    }

    [Fact]
    public async Task An_edit_never_leaves_half_a_character()
    {
        var console = new TestConsole(ansi: true).Type("a\U0001F469\u200D\U0001F52Ce\u0301")
            .Press(ConsoleKey.Backspace).Press(ConsoleKey.Backspace).Type("\n");

        Assert.Equal("a", await ReadAsync(console));
    }

    [Fact]
    public async Task Pasted_line_breaks_become_spaces_and_do_not_send_the_line()
    {
        var console = new TestConsole(ansi: true).Type("\u001b[200~first\nsecond\u001b[201~ third\n");

        Assert.Equal("first second third", await ReadAsync(console));
    }

    [Fact]
    public async Task Control_d_leaves_an_empty_line_only()
    {
        var empty = new TestConsole(ansi: true).Press(ConsoleKey.D, control: true);
        var full = new TestConsole(ansi: true).Type("ab").Press(ConsoleKey.Home).Press(ConsoleKey.D, control: true).Type("\n");

        Assert.Null(await ReadAsync(empty));
        Assert.Equal("b", await ReadAsync(full));
    }

    [Fact]
    public async Task Up_and_down_walk_the_history_and_come_back_to_what_was_typed()
    {
        var history = await PromptHistory.LoadAsync(null, CancellationToken.None);
        await history.AddAsync("first", CancellationToken.None);
        await history.AddAsync("second", CancellationToken.None);
        var console = new TestConsole(ansi: true).Type("dra")
            .Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow)
            .Press(ConsoleKey.DownArrow).Press(ConsoleKey.DownArrow).Press(ConsoleKey.DownArrow).Type("ft\n");
        var again = new TestConsole(ansi: true).Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow).Type("\n");

        Assert.Equal("draft", await ReadAsync(console, history));
        Assert.Equal("second", await ReadAsync(again, history));
    }

    [Fact]
    public async Task The_history_is_there_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("deep/history");
        var first = await PromptHistory.LoadAsync(file, CancellationToken.None);
        await first.AddAsync("one\nline", CancellationToken.None);
        await first.AddAsync("one line", CancellationToken.None);
        await first.AddAsync("two", CancellationToken.None);

        var second = await PromptHistory.LoadAsync(file, CancellationToken.None);

        Assert.Equal(["one line", "two"], second.Lines);
    }

    [Fact]
    public async Task A_history_that_cannot_be_written_costs_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Write("not-a-folder", ""), "history");
        var history = await PromptHistory.LoadAsync(file, CancellationToken.None);

        await history.AddAsync("kept", CancellationToken.None);

        Assert.Equal(["kept"], history.Lines);
    }

    [Fact]
    public async Task A_line_longer_than_the_row_shows_the_part_around_the_cursor()
    {
        var console = new TestConsole(width: 20, ansi: true).Type("0123456789abcdefghij");

        await ReadAsync(console);

        var rows = console.Output.Split('\r').Select(Visible).ToArray();
        Assert.All(rows[..^1], r => Assert.True(r.Length <= 20, r));
        Assert.Contains("> 3456789abcdefghij", rows);
        Assert.EndsWith("> 0123456789abcdefghij", rows[^1].TrimEnd(), StringComparison.Ordinal);
    }

    private static string Visible(string row) => System.Text.RegularExpressions.Regex.Replace(row, @"\u001b\[[?0-9;]*[A-Za-z]", "");

    private static async Task<string?> ReadAsync(TestConsole console, PromptHistory? history = null) =>
        await new LineEditor(console, "> ", Style.Plain, history ?? await PromptHistory.LoadAsync(null, CancellationToken.None))
            .ReadAsync(CancellationToken.None);
}
