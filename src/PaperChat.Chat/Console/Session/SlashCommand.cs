namespace PaperChat.Chat.Console.Session;

/// <summary>
/// A command of the chat: its name without the slash, what follows it (for <c>/help</c>), what it does, and its work. The work
/// gets what was typed after the name, without white space around it; false from it ends the chat.
/// </summary>
internal sealed record SlashCommand(
    string Name, string Arguments, string Description, Func<ChatSession, string, CancellationToken, Task<bool>> RunAsync);
