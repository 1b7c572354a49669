using System.Globalization;
using System.Text;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Session;

/// <summary>A conversation as Markdown: questions, answers, sources with the sentences quoted from them.</summary>
internal static class Transcript
{
    public static string Of(IReadOnlyList<Turn> turns)
    {
        var text = new StringBuilder("# A conversation with PaperChat\n");
        foreach (var turn in turns)
        {
            text.Append("\n## ").Append(Escape(turn.Question)).Append("\n\n");
            text.Append(Escape(turn.Answer?.Text ?? "(stopped)")).Append('\n');
            AppendSources(text, turn.Answer?.Citations ?? []);
        }

        return text.ToString();
    }

    private static void AppendSources(StringBuilder text, IReadOnlyList<Citation> citations)
    {
        if (citations.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var citation in citations.OrderBy(c => c.Number))
        {
            text.Append(CultureInfo.InvariantCulture, $"- [{citation.Number}] **{Escape(PaperText.Title(citation.Paper))}** ({Escape(PaperText.Details(citation.Paper))})\n");
            foreach (var quote in citation.Quotes)
            {
                text.Append("  > ").Append(Escape(PaperText.Cleaned(quote.Text))).Append('\n');
            }
        }
    }

    // Text of papers must not become markup: no links, images, tags or headings of its own.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in TerminalText.Line(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '<' or '>' or '#' or '!' or '|')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.Replace("](", "]\\(").ToString();
    }
}
