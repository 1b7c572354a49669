using System.Text.Json;

namespace PaperChat.Chat.Json;

/// <summary>What stands in place of an answer that could not be given.</summary>
internal sealed record ErrorShape(JsonElement? Id, ErrorDetailShape Error);
