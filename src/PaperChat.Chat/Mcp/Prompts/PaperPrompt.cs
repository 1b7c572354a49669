using PaperChat.Chat.Desk;

namespace PaperChat.Chat.Mcp.Prompts;

/// <summary>A prompt of <c>prompts/</c> that a client can use: what its user gives, and how the rest is filled from the library.</summary>
/// <param name="Name">The prompt's name.</param>
/// <param name="Title">For lists that people see.</param>
/// <param name="Arguments">What the user gives.</param>
/// <param name="FillAsync">From these to the values of the prompt's variables.</param>
internal sealed record PaperPrompt(
    string Name,
    string Title,
    IReadOnlyList<PaperPromptArgument> Arguments,
    Func<PaperDesk, Func<string, string>, CancellationToken, Task<Dictionary<string, string>>> FillAsync);
