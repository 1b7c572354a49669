using System.Text;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting.Teams;
using PaperChat.Papers;

namespace PaperChat.Chat.Teams.Replies;

/// <summary>Papers as a numbered list in Markdown: the title as a link, who and when, and what is quoted.</summary>
internal static class PaperList
{
    public static string Of(IEnumerable<(int Number, Paper Paper, string Quoted)> papers)
    {
        var list = new StringBuilder();
        foreach (var (number, paper, quoted) in papers)
        {
            var quote = quoted.Length == 0 ? "" : $"  \n   {TeamsMarkdown.Escape(quoted)}";
            list.AppendLine(FormattableString.Invariant($"{number}. **{TeamsMarkdown.Link(PaperText.Title(paper), CitationEntity.AddressOf(paper))}**  \n   {TeamsMarkdown.Escape(PaperText.Details(paper with { Url = null }))}{quote}"));
        }

        return list.ToString().ReplaceLineEndings("\n").TrimEnd();
    }
}
