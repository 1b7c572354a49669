using System.Globalization;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>Finds the papers that a model names; for a name that fits none, the nearest titles, so that its next call can be right.</summary>
internal static class PaperNames
{
    private const int Nearest = 5;

    /// <exception cref="ToolException">The library holds none of that name.</exception>
    public static async Task<Paper> FindAsync(PaperDesk desk, string name, CancellationToken cancellationToken) =>
        await TryFindAsync(desk, name, cancellationToken) ?? throw await UnknownAsync(desk, name, cancellationToken);

    public static Task<Paper?> TryFindAsync(PaperDesk desk, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.Lookup(SearchFilters.None).FindAsync(name, cancellationToken);
    }

    public static async Task<ToolException> UnknownAsync(PaperDesk desk, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var found = await desk.Search.SearchAsync(new PaperQuery { Text = name, IsLiteral = true, Limit = Nearest }, cancellationToken);
        var shown = TerminalText.Line(name.Length > 100 ? name[..100] + "…" : name);
        var near = found.Hits.Select(h => string.Create(CultureInfo.InvariantCulture, $"\n- {ReadableText.Title(h.Paper)} (id {TerminalText.Line(h.Paper.Id.Value)})"));
        return new ToolException(found.Hits.Count == 0
            ? $"The library holds no paper called '{shown}'. Call search_papers with words of its title or topic to find papers and their ids."
            : $"The library holds no paper called '{shown}'. Nearest titles:{string.Concat(near)}\nCall again with one of these ids, or search_papers with other words.");
    }
}
