using System.Globalization;
using System.Text;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>A ranking in words.</summary>
internal static class SearchSheet
{
    public static string Of(SearchResult result, SearchFilters filters)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(filters);
        if (result.Hits.Count == 0)
        {
            return $"No paper of the library fits. {(filters.IsEmpty ? "Try other or fewer words." : "Try other or fewer words, or leave the filters out.")} library_status says what the library holds.";
        }

        var text = new StringBuilder().AppendJoin("\n", result.Notes.Select(TerminalText.Line)).Append(result.Notes.Count > 0 ? "\n\n" : "");
        foreach (var hit in result.Hits)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ReadableText.Entry($"{hit.Rank}.", hit.Paper)}\n   \"{ReadableText.Line(hit.Snippet.Text)}\"\n");
        }

        return text.Append('\n').Append(ReadableText.Notice).ToString();
    }
}
