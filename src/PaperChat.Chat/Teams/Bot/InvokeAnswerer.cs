using System.Text.Json;
using System.Text.Json.Nodes;
using PaperChat.Chat.Teams.Activities;
using PaperChat.Chat.Teams.Cards;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Bot;

/// <summary>Invokes, which are answered in the response: buttons of cards, and what somebody thinks of an answer.</summary>
internal sealed class InvokeAnswerer(ConversationStore store, TimeProvider time)
{
    private const int FeedbackKept = 200;

    /// <summary>The body of the response; null for an invoke that the bot does not know.</summary>
    public async Task<JsonObject?> AnswerAsync(Activity invoke, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        return invoke.Name switch
        {
            "adaptiveCard/action" => await PageAsync(invoke, cancellationToken),
            "message/submitAction" when FeedbackValue.Read(invoke.Value) is { } feedback => await KeepAsync(invoke, feedback, cancellationToken),
            _ => null,
        };
    }

    private async Task<JsonObject> PageAsync(Activity invoke, CancellationToken cancellationToken)
    {
        var action = invoke.Value.Child("action");
        if (action.Text("verb") != CardJson.PageVerb)
        {
            return Error("BadRequest", "This button is not one of PaperChat's.");
        }

        var data = action.Child("data");
        var id = data.Text(CardJson.CardProperty);
        if (await store.FindCardAsync(id, ConversationStore.KeyOf(invoke), cancellationToken) is not { } kept)
        {
            return Error("NotFound", "This card is not kept any more; give the command again.");
        }

        if (data.Child(CardJson.PageProperty) is not { ValueKind: JsonValueKind.Number } wanted)
        {
            return Card(kept.Summary);
        }

        return wanted.TryGetInt32(out var page) && page >= 0 && page < kept.Pages.Count
            ? Card(CardJson.Page(id!, kept, page))
            : Error("BadRequest", "The card has no such page.");
    }

    // Teams names the rated message, the Playground does not: then it is the last answer.
    private async Task<JsonObject> KeepAsync(Activity invoke, FeedbackValue feedback, CancellationToken cancellationToken)
    {
        await store.ChangeAsync(
            ConversationStore.KeyOf(invoke),
            state =>
            {
                var rated = invoke.ReplyToId is { } message ? state.Rated.LastOrDefault(r => r.Message == message) : state.Rated is [.., var last] ? last : null;
                var stored = new StoredFeedback(time.GetUtcNow(), feedback.Reaction, feedback.Text, invoke.FromId, rated?.About, invoke.ReplyToId ?? rated?.Message);
                return state with { Feedback = [.. state.Feedback.Append(stored).TakeLast(FeedbackKept)] };
            },
            cancellationToken);
        return [];
    }

    private static JsonObject Card(JsonObject card) => new()
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.card.adaptive",
        ["value"] = card,
    };

    private static JsonObject Error(string code, string message) => new()
    {
        ["statusCode"] = 400,
        ["type"] = "application/vnd.microsoft.error",
        ["value"] = new JsonObject { ["code"] = code, ["message"] = message },
    };
}
