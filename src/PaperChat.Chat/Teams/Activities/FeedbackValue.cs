using System.Text.Json;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Activities;

/// <summary>What somebody thinks of an answer: <c>like</c> or <c>dislike</c>, and words that may be empty.</summary>
internal sealed record FeedbackValue(string Reaction, string Text)
{
    private const int LongestText = 4_000;

    /// <summary>
    /// Reads the value of <c>message/submitAction</c>; null where it is no feedback. Teams sends the words as JSON in a text
    /// (<c>{"feedbackText":"..."}</c>), the Agents Playground as they are.
    /// </summary>
    public static FeedbackValue? Read(JsonElement value)
    {
        if (value.Text("actionName") != "feedback" || value.Child("actionValue").Text("reaction") is not { } reaction || reaction is not ("like" or "dislike"))
        {
            return null;
        }

        var words = Words(value.Child("actionValue").Text("feedback") ?? "");
        return new FeedbackValue(reaction, words.Length > LongestText ? words[..LongestText] : words);
    }

    private static string Words(string feedback)
    {
        if (!feedback.TrimStart().StartsWith('{'))
        {
            return feedback;
        }

        try
        {
            using var form = JsonDocument.Parse(feedback);
            return form.RootElement.Text("feedbackText") ?? "";
        }
        catch (JsonException)
        {
            return feedback;
        }
    }
}
