using System.Globalization;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows the hits of a search, with the passage that says why each was found.</summary>
internal sealed class SearchRenderer(IAnsiConsole console, bool quiet)
{
    public void Write(SearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!quiet)
        {
            foreach (var note in result.Notes)
            {
                new FlowWriter(console).Write(note, Palette.Note).EndLine();
            }
        }

        if (result.Hits.Count == 0)
        {
            new FlowWriter(console).Write("No paper matches.", Palette.Warning).EndLine();
        }

        foreach (var hit in result.Hits)
        {
            WriteHit(hit);
        }
    }

    private static string Explain(double score, IReadOnlyList<TermScore> terms) =>
        string.Create(CultureInfo.InvariantCulture, $"score {score:0.000}: ")
        + string.Join(", ", terms.Select(t => string.Create(
            CultureInfo.InvariantCulture, $"{t.Term} in {t.Field.ToString().ToLowerInvariant()} {t.Frequency}x {t.Score:0.000}")));

    private void WriteHit(SearchHit hit)
    {
        PaperLines.Write(console, PaperLines.Rank(hit.Rank), hit.Paper);
        if (hit.Snippet.Field != PaperField.Title && hit.Snippet.Text.Length > 0)
        {
            new FlowWriter(console, indent: 4).Write(PaperText.Cleaned(hit.Snippet.Text)).EndLine();
        }

        if (hit.Explanation is { } terms)
        {
            new FlowWriter(console, indent: 4).Write(Explain(hit.Score, terms), Palette.Note).EndLine();
        }
    }
}
