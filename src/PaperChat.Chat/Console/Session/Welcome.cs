using System.Globalization;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Library;
using Spectre.Console;

namespace PaperChat.Chat.Console.Session;

/// <summary>The first screen: what this is, what is in the library, what to type.</summary>
internal static class Welcome
{
    public static void Write(IAnsiConsole console, LibraryState state, IReadOnlyList<string> examples)
    {
        ArgumentNullException.ThrowIfNull(state);
        new FlowWriter(console)
            .Write("PaperChat", Palette.Title)
            .Write(" answers questions about research papers with sentences of the papers themselves, and cites every one.")
            .EndLine();
        new FlowWriter(console).Write(Holdings(state), Palette.Note).EndLine();
        console.WriteLine();
        if (examples.Count > 0)
        {
            new FlowWriter(console).Write("Type a question and press Enter. For example:").EndLine();
            foreach (var example in examples)
            {
                console.Write("  ");
                new FlowWriter(console, indent: 2).Continue(2).Write(example, Palette.Citation).EndLine();
            }

            console.WriteLine();
        }

        new FlowWriter(console)
            .Write("A number such as [1] names the source: /show 1 shows the quoted words in its abstract, /open 1 its page.")
            .EndLine();
        new FlowWriter(console).Write("/help lists all commands; /quit or Ctrl+D leaves.").EndLine();
        console.WriteLine();
    }

    /// <summary>What is in the library, in words.</summary>
    public static string Holdings(LibraryState state)
    {
        if (state.Papers == 0)
        {
            return "The library is empty. Fill it with: paperchat-ingest PATH";
        }

        var listed = state.LastListed is { } last ? $", listed up to {PaperText.Day(last)}" : "";
        var summaries = state.Summaries switch
        {
            0 => "",
            var n when n == state.Papers => $" Each is a {PaperText.SummaryNotice}, not the abstract.",
            var n => string.Create(CultureInfo.InvariantCulture, $" {n:N0} of them are summaries written for the sample."),
        };
        return string.Create(CultureInfo.InvariantCulture, $"In the library: {state.Papers:N0} {(state.Papers == 1 ? "paper" : "papers")}{listed}.{summaries}");
    }
}
