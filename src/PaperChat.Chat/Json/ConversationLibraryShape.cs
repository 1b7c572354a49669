namespace PaperChat.Chat.Json;

internal sealed record ConversationLibraryShape(long Papers, long Generation, ManifestShape Manifest);
