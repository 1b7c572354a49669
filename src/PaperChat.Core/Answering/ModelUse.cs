namespace PaperChat.Answering;

/// <summary>The chat model that wrote an answer, and what it took.</summary>
public sealed record ModelUse(string Name, long? PromptTokens, long? CompletionTokens, string PromptHash)
{
    /// <summary>The same with what earlier calls for the same answer took.</summary>
    public ModelUse After(ModelUse before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with
        {
            PromptTokens = before.PromptTokens is null ? PromptTokens : before.PromptTokens + (PromptTokens ?? 0),
            CompletionTokens = before.CompletionTokens is null ? CompletionTokens : before.CompletionTokens + (CompletionTokens ?? 0),
        };
    }
}
