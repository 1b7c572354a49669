using PaperChat.Chat.Console.Rendering;
using PaperChat.Papers;
using Spectre.Console;

namespace PaperChat.Chat.Tests.Console.Rendering;

public sealed class PaperLinesTests
{
    [Theory]
    [InlineData(1, "[1] Counting walruses")]
    [InlineData(10, "[10] Counting walruses")]
    [InlineData(123, "[123] Counting walruses")]
    public void A_title_stands_apart_from_its_number_however_long_that_is(int number, string line)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });

        PaperLines.WriteTitle(console, PaperLines.Key(number), new Paper { Id = new PaperId("a"), Title = "Counting walruses" });

        Assert.Equal(line, output.ToString().TrimEnd());
    }
}
