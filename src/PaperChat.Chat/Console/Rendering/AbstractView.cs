using PaperChat.Answering;
using PaperChat.Hosting;
using PaperChat.Papers;
using PaperChat.Text;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows a paper with its abstract, the quoted words highlighted (between &gt;&gt; and &lt;&lt; where nothing can be highlighted).</summary>
internal sealed class AbstractView(IAnsiConsole console)
{
    public void Write(Paper paper, IReadOnlyList<Quote> quotes)
    {
        ArgumentNullException.ThrowIfNull(paper);
        WriteField(paper, PaperField.Title, quotes, Palette.Title);
        new FlowWriter(console).Write(PaperText.Details(paper), Palette.Note).EndLine();
        console.WriteLine();
        if (paper.Abstract.Length == 0)
        {
            new FlowWriter(console).Write("The library holds no abstract of this paper.", Palette.Note).EndLine();
        }
        else
        {
            WriteField(paper, PaperField.Abstract, quotes, Style.Plain);
        }

        if (paper.HoldsInstructions)
        {
            new FlowWriter(console).Write("The text tries to instruct language models; such sentences are never given to one.", Palette.Warning).EndLine();
        }

        foreach (var link in paper.Links)
        {
            new FlowWriter(console).Write(TerminalText.Line(link), Palette.Note).EndLine();
        }
    }

    private void WriteField(Paper paper, PaperField field, IReadOnlyList<Quote> quotes, Style plain)
    {
        var cleaned = TextCleaner.Clean(paper.TextOf(field));
        var ranges = quotes.Where(q => q.Field == field).ToArray();
        var flow = new FlowWriter(console);
        for (var start = 0; start < cleaned.Text.Length;)
        {
            var quoted = IsQuoted(cleaned, start, ranges);
            var end = start + 1;
            while (end < cleaned.Text.Length && IsQuoted(cleaned, end, ranges) == quoted)
            {
                end++;
            }

            WriteRun(flow, cleaned.Text[start..end].ReplaceLineEndings(" "), quoted, plain);
            start = end;
        }

        flow.EndLine();
    }

    private static bool IsQuoted(CleanedText cleaned, int index, Quote[] ranges)
    {
        var stored = cleaned.ToStored(index, 1).Start;
        return Array.Exists(ranges, q => stored >= q.Start && stored < q.End);
    }

    private void WriteRun(FlowWriter flow, string text, bool quoted, Style plain)
    {
        var marked = quoted && !console.Profile.Capabilities.Ansi;
        flow.Write(marked ? ">>" + text + "<<" : text, quoted ? Palette.Quote : plain);
    }
}
