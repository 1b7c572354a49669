using System.Globalization;
using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Console.Session;

internal static class PapersCommand
{
    private const int PageLength = 15;

    public static SlashCommand Command { get; } = new("papers", "[PAGE]", "the titles in the library, page by page", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        var page = 1;
        if (arguments.Length > 0 && (!int.TryParse(arguments, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
        {
            session.Say("A page is a number: /papers 2. To find papers by words: /search WORDS");
            return true;
        }

        var filters = session.Conversation.Filters;
        var total = await session.Library.CountAsync(filters, cancellationToken);
        var pages = Math.Max(1, (total + PageLength - 1) / PageLength);
        if (page > pages)
        {
            session.Say(string.Create(CultureInfo.InvariantCulture, $"The last page is /papers {pages}"));
            return true;
        }

        var skipped = (int)Math.Min((page - 1L) * PageLength, int.MaxValue);
        var papers = await session.Library.ListAsync(filters, cancellationToken).Skip(skipped).Take(PageLength).ToArrayAsync(cancellationToken);
        for (var i = 0; i < papers.Length; i++)
        {
            PaperLines.WriteTitle(session.Console, PaperLines.Rank(i + 1), papers[i]);
        }

        session.Conversation.Show([.. papers.Select((p, i) => new ListedPaper(i + 1, p, []))]);
        var more = page < pages ? string.Create(CultureInfo.InvariantCulture, $" More: /papers {page + 1}") : "";
        session.Say(string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}, {total} papers.{more}"), Palette.Note);
        return true;
    }
}
