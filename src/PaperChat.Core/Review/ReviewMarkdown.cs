using System.Text;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// A review as Markdown for Pandoc: citations by key, whose entries are in <c>references.bib</c>. Text of papers is escaped, so that it
/// never becomes markup. Notes stand in emphasis; <c>paperchat verify</c> asks no citation of them.
/// </summary>
public static class ReviewMarkdown
{
    public static string Write(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var keys = review.Keys;
        var text = new StringBuilder();
        foreach (var block in review.Blocks)
        {
            text.Append(block switch
            {
                ReviewBlock.Heading heading => $"{new string('#', heading.Level)} {Escape(heading.Text)}\n\n",
                ReviewBlock.Note note => $"*{Escape(note.Text)}*\n\n",
                ReviewBlock.Paragraph paragraph => Quotes(paragraph.Sentences) + "\n\n",
                ReviewBlock.Entry entry => $"- **{Escape(Title(entry.Paper))}**{(entry.Paper.Year is { } year ? FormattableString.Invariant($" ({year})") : "")}: {Quotes(entry.Sentences)}\n\n",
                ReviewBlock.Picture picture => $"![{Escape(picture.Caption)}]({picture.File})\n\n",
                ReviewBlock.Table table => Table(table),
                _ => "",
            });
        }

        return text.Append("## References\n").ToString();

        string Quotes(IReadOnlyList<ReviewSentence> sentences) => string.Join(' ', sentences.Select(s => ReviewText.Sentence(s.Text, s.Verdict, Cites(s), Escape)));

        string Cites(ReviewSentence sentence) => sentence.Papers.Count == 0 ? "" : $" [{string.Join("; ", sentence.Papers.Select(p => "@" + keys[p]))}]";

        string Table(ReviewBlock.Table table)
        {
            var rows = new StringBuilder($"| {string.Join(" | ", table.Heads.Select(Escape))} |\n|{string.Concat(table.Heads.Select(h => h == "Paper" ? "----|" : "--------|"))}\n");
            foreach (var row in table.Rows)
            {
                rows.Append($"| {string.Join(" | ", row.Select(Cell))} |\n");
            }

            return rows.Append('\n').ToString();
        }

        string Cell(ReviewCell cell) => string.Join(
            "; ", [.. cell.Statements.Select(s => ReviewText.IsName(s) ? Escape(s.Text) : Quoted(s)), .. cell.Text.Length == 0 ? (string[])[] : [Escape(cell.Text)]])
            + (cell.Cites is { } paper ? (keys.TryGetValue(paper, out var key) ? $" [@{key}]" : "") : "");
    }

    /// <summary>Plain text as Markdown, on one line.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            escaped.Append(c is '\\' or '`' or '*' or '_' or '<' or '>' or '#' or '!' or '|' or '[' or ']' or '$' or '@' or '^' or '~' or '&' or '{' or '}' or '"' or '\'' ? "\\" : "");
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }

    private static string Quoted(ReviewSentence sentence) => $"“{Escape(sentence.Text)}{(sentence.IsCut ? " …" : "")}”";

    private static string Title(Papers.Paper paper) => TextCleaner.Clean(paper.Title).Text;
}
