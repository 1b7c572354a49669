using PaperChat.Chat.Console.Session;
using PaperChat.Hosting;
using PaperChat.Review;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows a review in the chat: its themes, and of each paper, under a number, what it says of itself.</summary>
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
        new FlowWriter(console).Write($"A digest of quotations, without a model. {ReviewOutlineRenderer.Counts(review)}", Palette.Note).EndLine();
        conversation.Show(listed);
    }
}
