using System.Globalization;
using System.Text.Json.Nodes;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Session;
using PaperChat.Papers;

namespace PaperChat.Chat.Teams.Replies;

/// <summary>
/// What Teams knows of a message beside its text: the papers under its keys, and whether a model wrote. The form and its limits are those
/// of https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content; a message that breaks one is refused.
/// </summary>
internal static class CitationEntity
{
    private const int Most = 10;
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    /// <summary>Null where there is nothing to tell.</summary>
    public static JsonObject? Of(Reply reply)
    {
        var cited = reply.Citations.Where(c => reply.Text.Contains(Key(c), StringComparison.Ordinal)).OrderBy(c => c.Number).Take(Most).ToArray();
        if (cited.Length == 0 && !reply.IsWritten)
        {
            return null;
        }

        var entity = new JsonObject { ["type"] = "https://schema.org/Message", ["@type"] = "Message", ["@context"] = "https://schema.org", ["@id"] = "" };
        if (reply.IsWritten)
        {
            entity["additionalType"] = new JsonArray("AIGeneratedContent");
        }

        if (cited.Length > 0)
        {
            entity["citation"] = new JsonArray([.. cited.Select(Claim)]);
        }

        return entity;
    }

    private static JsonObject Claim(Citation citation)
    {
        var document = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = ShortText.Cut(NameOf(citation.Paper), LongestName),
            ["abstract"] = AbstractOf(citation),
        };
        if (AddressOf(citation.Paper) is { } address)
        {
            document["url"] = address;
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = citation.Number, ["appearance"] = document };
    }

    /// <summary>The page of a paper, where it is one for a browser; null otherwise.</summary>
    public static string? AddressOf(Paper paper) => PaperText.Address(paper) is { } address ? Browser.Parse(address)?.AbsoluteUri : null;

    private static string NameOf(Paper paper) => PaperText.Title(paper) is { Length: > 0 } title ? title : PaperText.Cleaned(paper.Id.Value) is { Length: > 0 } id ? id : "Paper";

    // Neither may be empty, and a summary of the sample says that it is one.
    private static string AbstractOf(Citation citation)
    {
        var notice = citation.Paper.Kind == PaperKind.Summary ? $" ({PaperText.SummaryNotice})" : "";
        var quoted = string.Join(" … ", citation.Quotes.Select(q => PaperText.Cleaned(q.Text)).Where(t => t.Length > 0));
        var said = ((string[])[quoted, PaperText.Cleaned(citation.Paper.Abstract), NameOf(citation.Paper)]).First(t => t.Length > 0);
        return ShortText.Cut(said, LongestAbstract - notice.Length) + notice;
    }

    private static string Key(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]");
}
