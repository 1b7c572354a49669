using System.Text.Json.Nodes;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Comparison;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Cards;

/// <summary>
/// A comparison as a card: a row an aspect, under each the papers one below the other, as columns are too narrow to read on a phone and in
/// a channel. Long cells are cut; the pages hold all of them.
/// </summary>
internal static class ComparisonCard
{
    private const int LongestCell = 220;

    public static KeptCard Of(PaperComparison comparison, string id, string conversation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var title = "Comparison of " + string.Join(" and ", comparison.Papers.Select(p => TeamsMarkdown.Escape(ComparisonText.Head(p)[(PaperLines.Key(p.Key).Length + 1)..])));
        var stated = Enumerable.Range(0, comparison.Aspects.Count).Where(row => comparison.Papers.Any(p => p.Cells[row].Statements.Count > 0)).ToArray();
        JsonNode[] body =
        [
            CardJson.Title(title),
            .. comparison.Papers.Select(p => CardJson.Text(PaperBlock(p))),
            .. stated.Select(row => Section(ComparisonAspects.Title(comparison.Aspects[row]), comparison.Papers.Select(p => (p.Key, Text: ShortText.Cut(Cell(p, row), LongestCell))))),
            .. comparison.Figures.Where(g => g.IsShared).Select(g => Section(HeadOf(g), Figures(comparison, g))),
            .. Notes(comparison, stated.Length < comparison.Aspects.Count).Select(n => CardJson.Text(n)),
        ];
        return new KeptCard(conversation, title, CardJson.Card(body, CardJson.Button("Full text", id, 0)), CardPages.Of(Full(comparison)));
    }

    private static IEnumerable<CardBlock> Full(PaperComparison comparison) =>
    [
        .. comparison.Papers.Select(PaperBlock),
        .. comparison.Aspects.SelectMany((aspect, row) => Rows(ComparisonAspects.Title(aspect), comparison.Papers.Select(p => (p.Key, Text: Cell(p, row))))),
        .. comparison.Figures.SelectMany(g => Rows(HeadOf(g), Figures(comparison, g))),
        .. Notes(comparison, isShort: false),
    ];

    private static IEnumerable<CardBlock> Rows(string head, IEnumerable<(int Key, string Text)> cells) =>
        [new CardBlock(TeamsMarkdown.Escape(head), IsHeading: true), .. cells.Select(c => new CardBlock(Line(c)))];

    // The pieces of a row belong together when the card is read aloud, and are set off by a line.
    private static JsonObject Section(string head, IEnumerable<(int Key, string Text)> cells) => new()
    {
        ["type"] = "Container",
        ["separator"] = true,
        ["items"] = new JsonArray([CardJson.Text(new CardBlock($"**{TeamsMarkdown.Escape(head)}**")), .. cells.Select(c => Cell(c))]),
    };

    private static JsonObject Cell((int Key, string Text) cell)
    {
        var text = CardJson.Text(new CardBlock(Line(cell)));
        text["spacing"] = "Small";
        return text;
    }

    private static string Line((int Key, string Text) cell) => $"{PaperLines.Key(cell.Key)} {TeamsMarkdown.Escape(cell.Text)}";

    private static string Cell(ComparedPaper paper, int row) => string.Join(' ', ComparisonText.Lines(paper.Cells[row]));

    private static CardBlock PaperBlock(ComparedPaper paper) =>
        new($"{PaperLines.Key(paper.Key)} {TeamsMarkdown.Link(PaperText.Title(paper.Paper), CitationEntity.AddressOf(paper.Paper))}");

    private static string HeadOf(FigureGroup group) => ComparisonText.Head(group) + (group.Contradicts ? " (the papers contradict each other)" : "");

    private static IEnumerable<(int Key, string Text)> Figures(PaperComparison comparison, FigureGroup group) => group.Figures.GroupBy(f => f.Key)
        .Select(f => (f.Key, string.Join(", ", f.Select(v => ComparisonText.Value(v, MethodName.Of(comparison.Papers[f.Key - 1].Paper))))));

    private static IEnumerable<CardBlock> Notes(PaperComparison comparison, bool isShort)
    {
        yield return new CardBlock(
            (comparison.Model is { } model ? $"Cells without quotation marks were written by {TeamsMarkdown.Escape(model.Name)} and checked against the abstracts." : "Words in quotation marks are the abstracts' own.")
            + (isShort ? " Aspects on which no abstract speaks are left out here." : ""), IsSubtle: true);
        if (comparison.Failure is { } failure)
        {
            yield return new CardBlock($"The model failed: {TeamsMarkdown.Escape(failure)}", IsSubtle: true);
        }
    }
}
