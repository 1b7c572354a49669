using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Library;

namespace PaperChat.Chat.Mcp.Tools;

/// <summary>One call of a tool.</summary>
/// <param name="Desk">The library that is read; it belongs to the server.</param>
/// <param name="Arguments">What the model gave.</param>
/// <param name="Progress">Where steps are told; it takes them in order, and loses none that comes before the result.</param>
internal sealed record ToolCall(PaperDesk Desk, ToolArguments Arguments, IProgress<ToolProgress> Progress)
{
    /// <summary>The filters of the call over those that the server was started with.</summary>
    public SearchFilters Filters => FilterParameters.Read(Arguments, Desk.Filters);
}
