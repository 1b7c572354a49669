using PaperChat.Answering;

namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>The tokens that a language model was paid for; none where the papers' own sentences answer.</summary>
internal sealed record TokenUsage(long PromptTokens, long CompletionTokens, long TotalTokens)
{
    public static TokenUsage None { get; } = new(0, 0, 0);

    public static TokenUsage Of(ModelUse? model)
    {
        var (prompt, completion) = (model?.PromptTokens ?? 0, model?.CompletionTokens ?? 0);
        return new TokenUsage(prompt, completion, prompt + completion);
    }
}
