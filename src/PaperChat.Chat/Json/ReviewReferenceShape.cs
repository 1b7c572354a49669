namespace PaperChat.Chat.Json;

/// <summary>A citation key and the paper that it stands for.</summary>
internal sealed record ReviewReferenceShape(string Key, string Paper);
