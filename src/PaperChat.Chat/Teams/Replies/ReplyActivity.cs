using System.Text.Json.Nodes;
using PaperChat.Chat.Teams.Activities;
using PaperChat.Chat.Teams.Connector;

namespace PaperChat.Chat.Teams.Replies;

/// <summary>A reply as a message activity.</summary>
internal static class ReplyActivity
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Of(Activity to, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var isPersonal = to.Scope == ConversationScope.Personal;
        var message = ActivityJson.Of("message", to);
        message["text"] = isPersonal ? reply.Text : reply.Text + SuggestionsAsText(reply);
        message["textFormat"] = "markdown";
        if (CitationEntity.Of(reply) is { } entity)
        {
            message["entities"] = new JsonArray(entity);
        }

        if (reply.Card is { } card)
        {
            message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = card.DeepClone() });
        }

        if (reply.AsksFeedback)
        {
            message["channelData"] = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } };
        }

        if (isPersonal && reply.Suggestions.Count > 0)
        {
            message["suggestedActions"] = Suggested(to, reply);
        }

        return message;
    }

    // What is sent is the value in Teams and the title in the Playground: both are the same.
    private static JsonObject Suggested(Activity to, Reply reply)
    {
        var suggested = new JsonObject
        {
            ["actions"] = new JsonArray([.. reply.Suggestions.Select(s => new JsonObject { ["type"] = "imBack", ["title"] = s, ["value"] = s })]),
        };
        if (to.FromId is { } asker)
        {
            suggested["to"] = new JsonArray(asker);
        }

        return suggested;
    }

    // Teams shows buttons in personal chats alone.
    private static string SuggestionsAsText(Reply reply) => reply.Suggestions.Count == 0 ? ""
        : "\n\nAsk next:\n" + string.Concat(reply.Suggestions.Select(s => $"\n- {TeamsMarkdown.Escape(s)}"));
}
