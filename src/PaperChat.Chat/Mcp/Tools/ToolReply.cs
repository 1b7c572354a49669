using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using PaperChat.Hosting;

namespace PaperChat.Chat.Mcp.Tools;

/// <summary>What a tool gives back: a text for reading, and the same as data.</summary>
internal sealed record ToolReply(string Text, JsonElement Data)
{
    /// <summary>In UTF-16 code units, some ten thousand tokens: a longer text would drive everything else out of a model's view.</summary>
    public const int LongestText = 40_000;

    public static ToolReply Of<T>(string text, T shape, JsonTypeInfo<T> type) => new(text, JsonSerializer.SerializeToElement(shape, type));

    public CallToolResult ToResult() => new()
    {
        Content = [new TextContentBlock { Text = Shorten(TerminalText.Block(Text)) }],
        StructuredContent = Data,
    };

    /// <summary>A failure in words, from which a model can go on.</summary>
    public static CallToolResult Failed(string message) => new()
    {
        Content = [new TextContentBlock { Text = Shorten(TerminalText.Block(message)) }],
        IsError = true,
    };

    /// <summary>The text, or as much of it as a result takes, and what to do about the rest.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return string.Concat(text.AsSpan(0, end), "\n\n(The text is longer and was cut here. Ask for fewer papers to see all of it.)");
    }
}
