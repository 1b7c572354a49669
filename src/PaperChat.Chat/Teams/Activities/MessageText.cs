using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Activities;

/// <summary>What somebody meant to say: the mention of the bot is taken out, of those of others the name stays.</summary>
internal static partial class MessageText
{
    public static string Of(string text, IEnumerable<JsonElement> entities, string? bot)
    {
        foreach (var mention in entities.Where(e => e.Text("type") == "mention" && bot is not null && e.Child("mentioned").Text("id") == bot))
        {
            if (mention.Text("text") is { Length: > 0 } named)
            {
                text = text.Replace(named, " ", StringComparison.Ordinal);
            }
        }

        // Entities of HTML stand in the text that Teams calls plain, a hard space behind each mention.
        var plain = WebUtility.HtmlDecode(TagPattern().Replace(text, "")).Replace('\u00A0', ' ');
        return SpacePattern().Replace(plain, " ").Trim();
    }

    [GeneratedRegex("</?at\\b[^>]{0,200}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex SpacePattern();
}
