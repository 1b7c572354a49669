using PaperChat.Bibliography;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

internal static class CiteSlashCommand
{
    public static SlashCommand Command { get; } =
        new("cite", "[N ...]", "references to copy; after the numbers ris, csl-json or apa", RunAsync);

    /// <summary>The entries that are asked for; null after the reason why there are none was said.</summary>
    public static string? Bibliography(ChatSession session, string arguments)
    {
        var words = arguments.Split([' ', ',', '[', ']'], StringSplitOptions.RemoveEmptyEntries).ToList();
        var format = BibliographyFormat.Bibtex;
        if (words.FindIndex(w => BibliographyFormats.TryParse(w, out format)) is >= 0 and var at)
        {
            words.RemoveAt(at);
        }

        return Papers(session, words) is { Count: > 0 } papers
            ? TerminalText.Block(BibliographyWriter.Join(BibliographyWriter.Entries(papers, format, withAbstracts: false), format)).TrimEnd()
            : null;
    }

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        foreach (var line in Bibliography(session, arguments)?.Split('\n') ?? [])
        {
            // Not broken at the console's width: what is copied from here must be whole.
            await session.Console.Profile.Out.Writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }

        return true;
    }

    // All of the last list without a number; null after the reason was said.
    private static List<Paper>? Papers(ChatSession session, List<string> numbers)
    {
        if (numbers.Count == 0 && session.Conversation.Listed.Count > 0)
        {
            return [.. session.Conversation.Listed.Select(l => l.Paper)];
        }

        List<Paper> papers = [];
        foreach (var number in numbers.DefaultIfEmpty(""))
        {
            if (PaperNumber.Find(session, number, "cite") is not { } found)
            {
                return null;
            }

            papers.Add(found.Paper);
        }

        return papers;
    }
}
