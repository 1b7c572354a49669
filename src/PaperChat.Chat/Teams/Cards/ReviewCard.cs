using System.Globalization;
using System.Text.Json.Nodes;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;
using PaperChat.Papers;
using PaperChat.Review;

namespace PaperChat.Chat.Teams.Cards;

/// <summary>A review as a card: its themes with their papers; the pages hold its text, each sentence with the numbers of its papers.</summary>
internal static class ReviewCard
{
    /// <param name="review">With at least one theme.</param>
    /// <param name="numbers">The number of each paper in the conversation.</param>
    /// <param name="id">The name under which the card is kept.</param>
    /// <param name="conversation">Who may see it.</param>
    public static KeptCard Of(LiteratureReview review, IReadOnlyDictionary<PaperId, int> numbers, string id, string conversation)
    {
        ArgumentNullException.ThrowIfNull(review);
        var title = "Review: " + TeamsMarkdown.Escape(review.Topic);
        JsonNode[] body =
        [
            CardJson.Title(title),
            .. review.Themes.Select(t => Theme(t, numbers)),
            .. Notes(review).Select(n => CardJson.Text(n)),
        ];
        return new KeptCard(conversation, title, CardJson.Card(body, CardJson.Button("Full text", id, 0)), CardPages.Of([.. Text(review, numbers), .. References(review, numbers)]));
    }

    private static JsonObject Theme(ReviewTheme theme, IReadOnlyDictionary<PaperId, int> numbers) => new()
    {
        ["type"] = "Container",
        ["separator"] = true,
        ["items"] = new JsonArray([
            CardJson.Text(new CardBlock($"**{TeamsMarkdown.Escape(theme.Title)}**")),
            .. theme.Papers.Select(p => Paper(p, numbers)),
        ]),
    };

    private static JsonObject Paper(Paper paper, IReadOnlyDictionary<PaperId, int> numbers)
    {
        var text = CardJson.Text(new CardBlock(Entry(paper, numbers)));
        text["spacing"] = "Small";
        return text;
    }

    private static string Entry(Paper paper, IReadOnlyDictionary<PaperId, int> numbers) =>
        $"{Key(paper.Id, numbers).TrimStart()} {TeamsMarkdown.Link(PaperText.Title(paper), CitationEntity.AddressOf(paper))}{(paper.Year is { } year ? FormattableString.Invariant($" ({year})") : "")}";

    private static IEnumerable<CardBlock> Notes(LiteratureReview review)
    {
        var by = review is { Mode: AnswerMode.Model, Author: { } author } ? $"Written by {TeamsMarkdown.Escape(author.Use.Name)} and checked sentence by sentence." : "A digest of quotations, without a model.";
        yield return new CardBlock($"{by} {ReviewOutlineRenderer.Counts(review)}", IsSubtle: true);
        if (review.Author is { Failure: { } failure })
        {
            yield return new CardBlock($"The model did not do all of its part: {TeamsMarkdown.Escape(failure.Message)}", IsSubtle: true);
        }
    }

    // The heading of level 1 is the card's, drawings have no place in a card.
    private static IEnumerable<CardBlock> Text(LiteratureReview review, IReadOnlyDictionary<PaperId, int> numbers) => review.Blocks.SelectMany(block => block switch
    {
        ReviewBlock.Heading { Level: > 1 } heading => [new CardBlock(TeamsMarkdown.Escape(heading.Text), IsHeading: true)],
        ReviewBlock.Note note => [new CardBlock(TeamsMarkdown.Escape(note.Text), IsSubtle: true)],
        ReviewBlock.Paragraph paragraph => [new CardBlock(Sentences(paragraph.Sentences, numbers))],
        ReviewBlock.Entry entry => [new CardBlock($"**{TeamsMarkdown.Escape(PaperText.Title(entry.Paper))}**: {Sentences(entry.Sentences, numbers)}")],
        ReviewBlock.Table table => table.Rows.Select(row => Row(table, row, numbers)),
        _ => Array.Empty<CardBlock>(),
    });

    private static string Sentences(IReadOnlyList<ReviewSentence> sentences, IReadOnlyDictionary<PaperId, int> numbers) =>
        string.Join(' ', sentences.Select(s => ReviewText.Sentence(TerminalText.Line(s.Text), s.Verdict, string.Concat(s.Papers.Select(p => Key(p, numbers))), TeamsMarkdown.Escape)));

    // A table is as wide as its columns; a card is not.
    private static CardBlock Row(ReviewBlock.Table table, IReadOnlyList<ReviewCell> row, IReadOnlyDictionary<PaperId, int> numbers) => new(string.Join("\n\n", table.Heads.Zip(row)
        .Select(c => (Head: c.First, Text: Cell(c.Second, numbers))).Where(c => c.Text.Length > 0).Select(c => $"**{TeamsMarkdown.Escape(c.Head)}**: {c.Text}")));

    private static string Cell(ReviewCell cell, IReadOnlyDictionary<PaperId, int> numbers) => string.Join(
        "; ", [.. cell.Statements.Select(s => ReviewText.IsName(s) ? TeamsMarkdown.Escape(s.Text) : $"“{TeamsMarkdown.Escape(s.Text)}{(s.IsCut ? " …" : "")}”"), .. cell.Text.Length == 0 ? (string[])[] : [TeamsMarkdown.Escape(cell.Text)]])
        + (cell.Cites is { } paper ? Key(paper, numbers) : "");

    private static IEnumerable<CardBlock> References(LiteratureReview review, IReadOnlyDictionary<PaperId, int> numbers) =>
        [new CardBlock("Papers", IsHeading: true), .. review.Themes.SelectMany(t => t.Papers).DistinctBy(p => p.Id).Select(p => new CardBlock(Entry(p, numbers)))];

    private static string Key(PaperId paper, IReadOnlyDictionary<PaperId, int> numbers) =>
        numbers.TryGetValue(paper, out var number) ? string.Create(CultureInfo.InvariantCulture, $" [{number}]") : "";
}
