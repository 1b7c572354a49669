namespace PaperChat.Chat.Json;

/// <summary>What <c>models --json</c> writes; no chat model, no <c>chat</c>.</summary>
internal sealed record ModelsShape(ModelStateShape? Chat, ModelStateShape Embeddings);
