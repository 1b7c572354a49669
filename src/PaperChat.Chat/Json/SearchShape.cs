using System.Text.Json;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Json;

/// <summary>What <c>search --json</c> writes; <c>notes</c> say what was understood or corrected.</summary>
internal sealed record SearchShape(
    JsonElement? Id, string Query, IReadOnlyList<HitShape> Hits, IReadOnlyList<string>? Notes, SearchTimingsShape Timings)
{
    public static SearchShape Of(SearchResult result, JsonElement? id, bool withAbstracts = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SearchShape(
            id,
            result.Query,
            [.. result.Hits.Select(h => HitShape.Of(h, withAbstracts))],
            result.Notes.Count == 0 ? null : result.Notes,
            new SearchTimingsShape(WireNames.Milliseconds(result.RetrieveTime), WireNames.Milliseconds(result.TotalTime)));
    }
}
