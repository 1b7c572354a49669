using System.Text;
using PaperChat.Bibliography;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// A review as a LaTeX article that cites the entries of <c>references.bib</c>. LaTeX takes no SVG: its drawings are pictures of its own,
/// and it needs no package beyond those that every distribution has.
/// </summary>
public static class ReviewLatex
{
    // pdfLaTeX stops at a letter that none of its fonts has, in the references too.
    private const string UnknownLetters =
        "% pdfLaTeX has no fonts for some scripts and prints ? for their letters; XeLaTeX and LuaLaTeX print them with a font that has them.\n"
        + "\\makeatletter\\@ifundefined{UTFviii@undefined@err}{}{\\def\\UTFviii@undefined@err#1{?}}\\makeatother\n";

    public static string Write(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var keys = review.Keys;
        var text = new StringBuilder("\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[margin=2.5cm]{geometry}\n\\usepackage{longtable}\n\\usepackage{url}\n");
        text.Append(UnknownLetters);
        text.Append($"\\title{{{LatexText.Of(Title(review))}}}\n\\date{{}}\n\\begin{{document}}\n\\maketitle\n\n");
        var inList = false;
        foreach (var block in review.Blocks)
        {
            if (inList != block is ReviewBlock.Entry)
            {
                inList = !inList;
                text.Append(inList ? "\\begin{itemize}\n" : "\\end{itemize}\n\n");
            }

            text.Append(block switch
            {
                ReviewBlock.Heading { Level: > 1 } heading => $"\\section{{{LatexText.Of(heading.Text)}}}\n\n",
                ReviewBlock.Note note => $"\\noindent\\emph{{{LatexText.Of(note.Text)}}}\n\n",
                ReviewBlock.Paragraph paragraph => Quotes(paragraph.Sentences) + "\n\n",
                ReviewBlock.Entry entry => $"\\item \\textbf{{{LatexText.Of(TextCleaner.Clean(entry.Paper.Title).Text)}}}{(entry.Paper.Year is { } year ? FormattableString.Invariant($" ({year})") : "")}: {Quotes(entry.Sentences)}\n",
                ReviewBlock.Picture { File: ReviewBuilder.TimelineFile } picture => Figure(TimelineLatex.Write(review), picture.Caption),
                ReviewBlock.Picture { File: ReviewBuilder.MapFile } picture => Figure(MapLatex.Write(review), picture.Caption),
                ReviewBlock.Table table => Table(table),
                _ => "",
            });
        }

        return text.Append(inList ? "\\end{itemize}\n\n" : "").Append("\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n").ToString();

        string Quotes(IReadOnlyList<ReviewSentence> sentences) => string.Join('\n', sentences.Select(s => Marked(ReviewText.Sentence(s.Text, s.Verdict, Cites(s), LatexText.Of))));

        string Cites(ReviewSentence sentence) => sentence.Papers.Count == 0 ? "" : $"~\\cite{{{string.Join(',', sentence.Papers.Select(p => keys[p]))}}}";

        string Table(ReviewBlock.Table table)
        {
            var width = (14.5 / table.Heads.Count).ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
            var rows = new StringBuilder($"{{\\footnotesize\\raggedright\n\\begin{{longtable}}{{*{{{table.Heads.Count}}}{{p{{{width}cm}}}}}}\n\\hline\n");
            rows.Append($"{string.Join(" & ", table.Heads.Select(h => $"\\textbf{{{LatexText.Of(h)}}}"))} \\\\\n\\hline\n\\endhead\n");
            foreach (var row in table.Rows)
            {
                rows.Append($"{string.Join(" & ", row.Select(Cell))} \\\\\n");
            }

            return rows.Append("\\hline\n\\end{longtable}}\n\n").ToString();
        }

        string Cell(ReviewCell cell) => string.Join(
            "; ", [.. cell.Statements.Select(s => ReviewText.IsName(s) ? LatexText.Of(s.Text) : Quoted(s)), .. cell.Text.Length == 0 ? (string[])[] : [LatexText.Of(cell.Text)]])
            + (cell.Cites is { } paper && keys.TryGetValue(paper, out var key) ? $"~\\cite{{{key}}}" : "");
    }

    private static string Marked(string sentence) => sentence.Replace("“", "``", StringComparison.Ordinal).Replace("”", "''", StringComparison.Ordinal);

    private static string Figure(string drawing, string caption) =>
        $"\\begin{{figure}}[!htbp]\n\\centering\n{drawing}\\caption{{{LatexText.Of(caption)}}}\n\\end{{figure}}\n\n";

    private static string Title(LiteratureReview review) => review.Blocks.OfType<ReviewBlock.Heading>().FirstOrDefault(h => h.Level == 1)?.Text ?? review.Topic;

    // In a narrow column an address may break behind its slashes.
    private static string Quoted(ReviewSentence sentence) => $"``{LatexText.Of(sentence.Text).Replace("/", "/\\allowbreak{}", StringComparison.Ordinal)}{(sentence.IsCut ? " \\ldots" : "")}''";
}
