using System.Globalization;
using System.Text;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>An answer in words: the sentences with their citations, the sources with the quotations, or what is nearest to a refusal.</summary>
internal static class AnswerSheet
{
    private const double Doubtful = 0.25;

    public static string Of(Answer answer, IReadOnlyList<Paper> closest)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = new StringBuilder(answer.Text.Trim()).Append("\n\n");
        if (!answer.Complete)
        {
            text.Append("(The answer was cut off; what stands here is checked all the same.)\n\n");
        }

        if (!answer.Answered)
        {
            return text.Append(Refused(closest)).ToString();
        }

        text.Append("Sources:\n");
        foreach (var citation in answer.Citations)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ReadableText.Entry($"[{citation.Number}]", citation.Paper)}\n");
            foreach (var quote in citation.Quotes)
            {
                text.Append(CultureInfo.InvariantCulture, $"   \"{ReadableText.Line(quote.Text)}\"\n");
            }
        }

        if (StatusNotes.Of(answer.Citations) is { Length: > 0 } notes)
        {
            text.Append('\n').Append(notes).Append('\n');
        }

        var doubt = answer.Confidence < Doubtful ? " (low: look whether the quotations speak to the question before you rely on it)" : "";
        return text.Append(CultureInfo.InvariantCulture, $"\nConfidence {answer.Confidence:0.00}{doubt}{(answer.StandsOn is { } on ? $"; stands on {TerminalText.Line(on)}" : "")}. {ReadableText.Notice}").ToString();
    }

    private static string Refused(IReadOnlyList<Paper> closest) => closest.Count == 0
        ? "The papers do not answer this. Ask in other words, or call search_papers or library_status to see what the library holds."
        : $"The papers do not answer this. Closest papers:\n{string.Join('\n', closest.Select(p => ReadableText.Entry("-", p)))}\n"
            + $"Call get_paper for one of them, or ask in other words. {ReadableText.Notice}";
}
