using System.Text;
using PaperChat.Hosting;
using PaperChat.Review;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>A review in Markdown, with the papers that its keys stand for; the pictures that a folder would hold are left out.</summary>
internal static class ReviewSheet
{
    public static string Of(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var text = new StringBuilder(TerminalText.Block(ReviewMarkdown.Write(review with { Blocks = [.. review.Blocks.Where(b => b is not ReviewBlock.Picture)] }))).Append('\n');
        foreach (var reference in review.References)
        {
            text.Append("- @").Append(reference.Key).Append(": ").Append(ReadableText.Title(reference.Paper)).Append(" (").Append(TerminalText.Line(reference.Paper.Id.Value)).Append(")\n");
        }

        return text.Append('\n').Append(ReadableText.Notice).ToString();
    }
}
