using System.Text.Json;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Activities;

/// <summary>Reads activities. A property of another type than expected counts as absent; what cannot be done without is asked for.</summary>
internal static class ActivityReader
{
    private const int LongestId = 1024;
    private const int LongestText = 40_000;

    /// <exception cref="BadActivityException">Something that an answer needs is missing or wrong.</exception>
    public static Activity Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new BadActivityException("The body is an activity, a JSON object.");
        }

        var conversation = json.Child("conversation");
        var recipient = json.Child("recipient");
        var text = json.Text("text") ?? "";
        if (text.Length > LongestText)
        {
            throw new BadActivityException($"text has more than {LongestText} characters.");
        }

        var activity = new Activity
        {
            Type = json.Text("type") ?? throw new BadActivityException("type is missing."),
            Id = Id(json, "id"),
            ServiceUrl = ServiceUrl.TryParse(json.Text("serviceUrl"), out var url) ? url : throw new BadActivityException("serviceUrl is no address."),
            ChannelId = json.Text("channelId"),
            ConversationId = Id(conversation, "id") ?? throw new BadActivityException("conversation.id is missing."),
            Scope = ScopeOf(conversation),
            Tenant = conversation.Text("tenantId") ?? json.Child("channelData").Child("tenant").Text("id"),
            FromId = Id(json.Child("from"), "id"),
            FromName = json.Child("from").Text("name"),
            RecipientId = Id(recipient, "id"),
            RecipientName = recipient.Text("name"),
            ReplyToId = Id(json, "replyToId"),
            Name = json.Text("name"),
            Action = json.Text("action"),
            MembersAdded = [.. json.Items("membersAdded").Select(m => m.Text("id")).OfType<string>()],
            Value = json.Child("value") is { ValueKind: not JsonValueKind.Undefined } value ? value.Clone() : default,
        };
        return activity with { Text = MessageText.Of(text, json.Items("entities"), activity.RecipientId) };
    }

    private static ConversationScope ScopeOf(JsonElement conversation) => conversation.Text("conversationType") switch
    {
        "personal" => ConversationScope.Personal,
        "groupChat" => ConversationScope.Group,
        "channel" => ConversationScope.Channel,
        _ => conversation.Child("isGroup").ValueKind == JsonValueKind.True ? ConversationScope.Group : ConversationScope.Personal,
    };

    // Ids become parts of addresses: a dot or two would lead elsewhere however they are escaped.
    private static string? Id(JsonElement json, string name) => json.Text(name) switch
    {
        null or "" => null,
        { Length: > LongestId } => throw new BadActivityException($"{name} has more than {LongestId} characters."),
        "." or ".." => throw new BadActivityException($"{name} is no id."),
        var id when id.Any(char.IsControl) || !IsWellFormed(id) => throw new BadActivityException($"{name} holds characters that no id has."),
        var id => id,
    };

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
