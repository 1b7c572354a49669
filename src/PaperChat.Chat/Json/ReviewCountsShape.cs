namespace PaperChat.Chat.Json;

internal sealed record ReviewCountsShape(int Found, int Kept, int OffTopic, int BeyondWanted, int WithoutAbstract, int SameWork);
