using System.Text.Json.Nodes;
using PaperChat.Hosting.Teams;

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

        return message;
    }

    /// <summary>
    /// Buttons with what could be said next; null where there are none. A message of their own: a streamed one cannot have them, and the
    /// Playground shows no citation in a message that has.
    /// </summary>
    public static JsonObject? Suggestions(Activity to, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(reply);
        if (to.Scope != ConversationScope.Personal || reply.Suggestions.Count == 0)
        {
            return null;
        }

        // What is sent is the value in Teams and the title in the Playground: both are the same.
        var suggested = new JsonObject
        {
            ["actions"] = new JsonArray([.. reply.Suggestions.Select(s => new JsonObject { ["type"] = "imBack", ["title"] = s, ["value"] = s })]),
        };
        if (to.FromId is { } asker)
        {
            suggested["to"] = new JsonArray(asker);
        }

        var message = ActivityJson.Of("message", to);
        message["text"] = "You could ask:";
        message["suggestedActions"] = suggested;
        return message;
    }

    // Teams shows buttons in personal chats alone.
    private static string SuggestionsAsText(Reply reply) => reply.Suggestions.Count == 0 ? ""
        : "\n\nYou could ask:\n" + string.Concat(reply.Suggestions.Select(s => $"\n- {TeamsMarkdown.Escape(s)}"));
}
