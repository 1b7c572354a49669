using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Answering;
using PaperChat.Chat.Api.OpenAI.Shapes;
using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary>An answer as the text of a message: with its [n], and under it the papers that they stand for.</summary>
internal static partial class CompletionText
{
    public static ChatMessage MessageOf(Answer answer)
    {
        var content = answer.Text + SourcesOf(answer);
        return new ChatMessage { Role = "assistant", Content = content, Annotations = AnnotationsOf(answer, content) };
    }

    /// <summary>The list of sources, with a blank line before it, and which of them do not stand any more; empty where nothing is cited.</summary>
    public static string SourcesOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Citations.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("\n\nSources:");
        foreach (var citation in answer.Citations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- [{citation.Number}] {PaperText.Title(citation.Paper)}. {PaperText.Details(citation.Paper)}");
        }

        var notes = StatusNotes.Of(answer.Citations);
        return notes.Length > 0 ? text.Append("\n\n").Append(notes).ToString() : text.ToString();
    }

    /// <summary>Where the answer's text (not its list of sources) cites papers that have an address.</summary>
    public static IReadOnlyList<Annotation> AnnotationsOf(Answer answer, string content)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var papers = answer.Citations.ToDictionary(c => c.Number, c => c.Paper);
        return
        [
            .. KeyPattern().Matches(content[..Math.Min(answer.Text.Length, content.Length)])
                .Where(m => papers.TryGetValue(Number(m), out var paper) && AddressOf(paper) is not null)
                .Select(m => new Annotation(new UrlCitation(m.Index, m.Index + m.Length, AddressOf(papers[Number(m)])!, PaperText.Title(papers[Number(m)])))),
        ];
    }

    public static string FinishReason(Answer answer) => answer.Complete ? "stop" : "length";

    // Front ends make links of it: only what opens in a browser is given away.
    private static string? AddressOf(Papers.Paper paper) =>
        Uri.TryCreate(PaperText.Address(paper), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static int Number(Match match) => int.TryParse(match.ValueSpan[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\[[0-9]{1,3}\]", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();
}
