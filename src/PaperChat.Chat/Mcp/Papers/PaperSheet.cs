using System.Text;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>One paper in words, with its abstract: what <c>get_paper</c> and the paper's resource give.</summary>
internal static class PaperSheet
{
    public static string Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = new StringBuilder(ReadableText.Title(paper)).Append('\n').Append(ReadableText.Details(paper)).Append('\n');
        Line("Authors", string.Join(", ", paper.Authors));
        Line("Categories", string.Join(", ", paper.Categories));
        Line("DOI", paper.Doi);
        Line("Links", string.Join(" ", paper.Links));
        text.Append("\nAbstract:\n").Append(paper.Abstract.Length > 0 ? ReadableText.Abstract(paper) : "(the library holds none)");
        return text.Append("\n\n").Append(ReadableText.Notice).ToString();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(name).Append(": ").Append(TerminalText.Line(value)).Append('\n');
            }
        }
    }
}
