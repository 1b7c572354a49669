using System.Globalization;
using System.Text;
using PaperChat.Answering;
using PaperChat.Bibliography;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Session;

/// <summary>A conversation as Markdown: questions, answers, sources with the sentences quoted from them, bibliography, how to repeat it.</summary>
internal static class Transcript
{
    public static string Of(ExportedConversation conversation)
    {
        var text = new StringBuilder("# A conversation with PaperChat\n");
        foreach (var turn in conversation.Turns)
        {
            text.Append("\n## ").Append(Escape(turn.Question)).Append("\n\n");
            text.Append(Answer(turn.Answer)).Append('\n');
            AppendSources(text, turn.Answer?.Citations ?? []);
        }

        AppendBibliography(text, conversation);
        AppendRepeating(text, conversation);
        return text.ToString();
    }

    private static string Answer(Answer? answer) =>
        string.Join('\n', TerminalText.Block(answer?.Text ?? "(stopped)").Split('\n').Select(Escape));

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
                text.Append("  > ").Append(Escape($"{PaperText.Cleaned(quote.Text)}{PaperText.PageOf(quote)}")).Append('\n');
            }
        }

        if (StatusNotes.Of(citations) is { Length: > 0 } notes)
        {
            text.Append('\n').Append(notes).Append('\n');
        }
    }

    private static void AppendBibliography(StringBuilder text, ExportedConversation conversation)
    {
        if (conversation.Cited.Count > 0)
        {
            // More backticks than any run of them in an entry could have: its text cannot end the block.
            text.Append("\n## Bibliography\n\n````````bibtex\n")
                .Append(TerminalText.Block(BibliographyWriter.Join(conversation.Bibliography, BibliographyFormat.Bibtex)))
                .Append("````````\n");
        }
    }

    private static void AppendRepeating(StringBuilder text, ExportedConversation conversation)
    {
        var (library, manifest) = (conversation.Library, conversation.Manifest);
        text.Append("\n## To repeat it\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- PaperChat {Escape(conversation.Version)}, exported {conversation.Exported:yyyy-MM-dd HH:mm} UTC\n");
        text.Append(CultureInfo.InvariantCulture, $"- Library: {Escape(LibraryDescription.Of(library))}; state {library.Generation}; schema {manifest.SchemaVersion}; analyser {Escape(manifest.Analyzer)}\n");
        text.Append("- Vectors: ").Append(manifest.EmbeddingModel is { } model ? Escape($"{model.Name}, {model.Dimension} dimensions, {model.Hash}") : "none").Append('\n');
        text.Append("- Filters: ").Append(conversation.Filters.Length > 0 ? Escape(conversation.Filters) : "none");
        text.Append("; most papers: ").Append(conversation.Limit?.ToString(CultureInfo.InvariantCulture) ?? "by question").Append('\n');
        foreach (var use in conversation.Models)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Model: {Escape(use.Name)}, prompt {Escape(use.PromptHash)}\n");
        }

        text.Append(conversation.Models.Count == 0 ? "- Model: none; the answers are the papers' own sentences\n" : "");
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
