using PaperChat.Answering;
using PaperChat.Chat.Console.Session;
using PaperChat.Hosting;
using PaperChat.Papers;
using PaperChat.Review;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows a review in the chat: its themes, what a model wrote on them, and of each paper, under a number, what it says of itself.</summary>
internal sealed class ReviewDigestRenderer(IAnsiConsole console)
{
    private const int Indent = 4;

    /// <summary>Writes it; the conversation remembers the numbers.</summary>
    public void Write(LiteratureReview review, Conversation conversation)
    {
        var listed = new List<ListedPaper>();
        var entries = review.Blocks.OfType<ReviewBlock.Entry>().GroupBy(e => e.Paper.Id).ToDictionary(e => e.Key, e => e.First().Sentences);
        foreach (var theme in review.Themes)
        {
            console.WriteLine();
            new FlowWriter(console).Write(TerminalText.Line(theme.Title), Palette.Title).EndLine();
            WriteText(review, theme, listed.Count);
            foreach (var paper in theme.Papers)
            {
                var sentences = entries.GetValueOrDefault(paper.Id) ?? [];
                listed.Add(new ListedPaper(listed.Count + 1, paper, [.. sentences.SelectMany(s => s.Quotes).Select(q => q.Quote)]));
                PaperLines.WriteTitle(console, PaperLines.Key(listed.Count), paper);
                if (sentences.Count > 0)
                {
                    new FlowWriter(console, Indent).Write($"\"{TerminalText.Line(sentences[0].Text)}\"").EndLine();
                }
            }
        }

        console.WriteLine();
        var by = review is { Mode: AnswerMode.Model, Author: { } author } ? $"Written by {TerminalText.Line(author.Use.Name)} and checked sentence by sentence." : "A digest of quotations, without a model.";
        new FlowWriter(console).Write($"{by} {ReviewOutlineRenderer.Counts(review)}", Palette.Note).EndLine();
        if (review.Author is { Failure: { } failure })
        {
            new FlowWriter(console).Write($"The model did not do all of its part: {TerminalText.Line(failure.Message)}", Palette.Warning).EndLine();
        }

        conversation.Show(listed);
    }

    // What a model wrote on a theme, with the numbers that its papers are about to get.
    private void WriteText(LiteratureReview review, ReviewTheme theme, int before)
    {
        PaperId[] papers = [.. theme.Papers.Select(p => p.Id)];
        foreach (var paragraph in review.Blocks.OfType<ReviewBlock.Paragraph>().Where(p => p.Sentences.Count > 0 && p.Sentences[0].IsWritten && p.Sentences[0].Section == theme.Title))
        {
            var text = string.Join(' ', paragraph.Sentences.Select(s => ReviewText.Sentence(
                s.Text, s.Verdict, string.Concat(s.Papers.Select(p => " " + PaperLines.Key(before + Array.IndexOf(papers, p) + 1))), t => t)));
            new FlowWriter(console).Write(TerminalText.Line(text)).EndLine();
            console.WriteLine();
        }
    }
}
