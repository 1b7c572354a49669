using System.Globalization;
using System.Text.Json.Nodes;
using PaperChat.Chat.Teams.Conversations;

namespace PaperChat.Chat.Teams.Cards;

/// <summary>Adaptive Cards of version 1.5 (https://adaptivecards.io/explorer), the one that Teams shows.</summary>
internal static class CardJson
{
    /// <summary>The verb of the button that shows a page, or the card as it was sent.</summary>
    public const string PageVerb = "paperchat.page";

    /// <summary>Which kept card a button means.</summary>
    public const string CardProperty = "card";

    /// <summary>Which page, from 0; without one it is the card as it was sent.</summary>
    public const string PageProperty = "page";

    public static JsonObject Card(IEnumerable<JsonNode> body, params JsonObject[] actions)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. body]),
        };
        if (actions.Length > 0)
        {
            card["actions"] = new JsonArray([.. actions]);
        }

        return card;
    }

    public static JsonObject Title(string markdown) => Text(new CardBlock(markdown, IsHeading: true), "Large");

    public static JsonObject Text(CardBlock block, string headingSize = "Medium")
    {
        var text = new JsonObject { ["type"] = "TextBlock", ["text"] = block.Text, ["wrap"] = true };
        if (block.IsHeading)
        {
            text["weight"] = "Bolder";
            text["size"] = headingSize;
        }

        if (block.IsSubtle)
        {
            text["isSubtle"] = true;
            text["size"] = "Small";
        }

        return text;
    }

    /// <summary>A button that shows a page of a kept card; without a page the card as it was sent.</summary>
    public static JsonObject Button(string title, string card, int? page)
    {
        var data = new JsonObject { [CardProperty] = card };
        if (page is { } number)
        {
            data[PageProperty] = number;
        }

        return new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = PageVerb, ["data"] = data };
    }

    /// <summary>One page of a kept card, with the ways to the others.</summary>
    public static JsonObject Page(string id, KeptCard kept, int page)
    {
        var count = kept.Pages.Count;
        var where = count > 1 ? [Text(new CardBlock(string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} of {count}"), IsSubtle: true))] : Array.Empty<JsonNode>();
        List<JsonObject> ways = [];
        if (page > 0)
        {
            ways.Add(Button("Previous page", id, page - 1));
        }

        if (page + 1 < count)
        {
            ways.Add(Button("Next page", id, page + 1));
        }

        return Card([Title(kept.Title), .. where, .. kept.Pages[page].Select(b => Text(b))], [.. ways, Button("Summary", id, page: null)]);
    }
}
