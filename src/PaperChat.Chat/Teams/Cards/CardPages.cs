using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Teams.Conversations;

namespace PaperChat.Chat.Teams.Cards;

/// <summary>Cuts text into pages that a card may hold: Teams refuses messages of more than about 28 KB.</summary>
internal static class CardPages
{
    private const int LongestPage = 5_000;
    private const int LongestBlock = 4_000;

    public static IReadOnlyList<IReadOnlyList<CardBlock>> Of(IEnumerable<CardBlock> blocks)
    {
        List<List<CardBlock>> pages = [[]];
        var length = 0;
        foreach (var block in blocks.SelectMany(Pieces))
        {
            if (length > 0 && length + block.Text.Length > LongestPage)
            {
                pages.Add(TakeHeading(pages[^1]));
                length = pages[^1].Sum(b => b.Text.Length);
            }

            pages[^1].Add(block);
            length += block.Text.Length;
        }

        return pages;
    }

    // A heading is not to stand alone at the end of a page.
    private static List<CardBlock> TakeHeading(List<CardBlock> page)
    {
        if (page is not [_, .., { IsHeading: true } heading])
        {
            return [];
        }

        page.RemoveAt(page.Count - 1);
        return [heading];
    }

    private static IEnumerable<CardBlock> Pieces(CardBlock block)
    {
        var rest = block.Text;
        while (rest.Length > LongestBlock)
        {
            var end = ShortText.EndOf(rest, LongestBlock);
            yield return block with { Text = rest[..end] };
            rest = rest[end..].TrimStart();
        }

        yield return block with { Text = rest };
    }
}
