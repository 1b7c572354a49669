using PaperChat.Answering;

namespace PaperChat.Chat.Json;

internal sealed record ModelShape(string Name, long? PromptTokens, long? CompletionTokens, string PromptHash)
{
    public static ModelShape Of(ModelUse model) => new(model.Name, model.PromptTokens, model.CompletionTokens, model.PromptHash);
}
