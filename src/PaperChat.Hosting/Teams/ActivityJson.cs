using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Hosting.Teams;

/// <summary>Activities of the bot as JSON. What is unknown is left out: connectors refuse nulls.</summary>
internal static class ActivityJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An activity of a type, from the bot, to the conversation of <paramref name="to"/>.</summary>
    public static JsonObject Of(string type, Activity to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var activity = new JsonObject { ["type"] = type, ["conversation"] = Conversation(to) };
        Set(activity, "channelId", to.ChannelId);
        Set(activity, "from", Account(to.RecipientId, to.RecipientName));
        Set(activity, "recipient", Account(to.FromId, to.FromName));
        Set(activity, "replyToId", to.Id);
        return activity;
    }

    /// <summary>The dots of somebody who writes.</summary>
    public static JsonObject Typing(Activity to) => Of("typing", to);

    private static JsonObject Conversation(Activity to)
    {
        var conversation = new JsonObject
        {
            ["id"] = to.ConversationId,
            ["conversationType"] = to.Scope switch { ConversationScope.Personal => "personal", ConversationScope.Group => "groupChat", _ => "channel" },
        };
        Set(conversation, "tenantId", to.Tenant);
        return conversation;
    }

    private static JsonObject? Account(string? id, string? name)
    {
        if (id is null)
        {
            return null;
        }

        var account = new JsonObject { ["id"] = id };
        Set(account, "name", name);
        return account;
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
