using System.Text.Json.Serialization;

namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>An error as clients of OpenAI's API read it; <c>param</c> is there though it is null.</summary>
internal sealed record OpenAIErrorDetail(string Message, string Type, string Code)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Param { get; }
}
