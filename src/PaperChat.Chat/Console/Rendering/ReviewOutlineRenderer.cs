using System.Globalization;
using PaperChat.Answering;
using PaperChat.Hosting;
using PaperChat.Review;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows what a review became: its outline, its counts and where it is.</summary>
internal sealed class ReviewOutlineRenderer(IAnsiConsole console)
{
    public void Write(LiteratureReview review, string folder)
    {
        Outline(review);
        console.WriteLine();
        Line(Counts(review), Palette.Note);
        if (review.Author is { } author)
        {
            Line(Written(review, author), Palette.Note);
        }

        Line($"Written to {TerminalText.Line(folder)}: review.md is the draft, outline.md its plan (edit it and give it to --outline), ledger.json what every sentence rests on.");
        Line("An edited draft is checked again by: paperchat verify review.md", Palette.Note);
    }

    public void Outline(LiteratureReview review)
    {
        foreach (var theme in review.Themes)
        {
            Line($"{TerminalText.Line(theme.Title)} ({theme.Papers.Count.ToString(CultureInfo.InvariantCulture)})", Palette.Citation);
            foreach (var paper in theme.Papers)
            {
                new FlowWriter(console, 4).Write($"{PaperText.Title(paper)}{(paper.Year is { } year ? FormattableString.Invariant($" ({year})") : "")}").EndLine();
            }
        }
    }

    public static string Counts(LiteratureReview review) => string.Create(
        CultureInfo.InvariantCulture,
        $"{review.Counts.Kept} papers of {review.Counts.Found} found in {review.Searched:N0}, {Sentences(review)}, {review.References.Count} references.");

    private static string Sentences(LiteratureReview review)
    {
        var written = review.Sentences.Count(s => s.IsWritten);
        var quoted = string.Create(CultureInfo.InvariantCulture, $"{review.Sentences.Count - written} quotations");
        return written == 0 ? quoted : string.Create(CultureInfo.InvariantCulture, $"{written} written sentences, {quoted}");
    }

    private static string Written(LiteratureReview review, ReviewAuthor author)
    {
        var marked = review.Sentences.Count(s => s.IsWritten && s.Verdict == SentenceVerdict.Unsupported);
        var left = author.Dropped.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{TerminalText.Line(author.Use.Name)} wrote {author.Sections} of {review.Themes.Count} sections; {left + marked} of its sentences are not borne out by the papers that they cite{(left + marked == 0 ? "" : marked > 0 ? " and are marked" : " and were left out")}.");
    }

    private void Line(string text, Style? style = null) => new FlowWriter(console).Write(text, style).EndLine();
}
