using System.Text.Json.Nodes;
using PaperChat.Answering;

namespace PaperChat.Chat.Teams.Replies;

/// <summary>What the bot says: text in Markdown, what its keys stand for, and what goes with it.</summary>
internal sealed record Reply(string Text)
{
    /// <summary>Papers under the keys of the text.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>An Adaptive Card below the text; null without.</summary>
    public JsonObject? Card { get; init; }

    /// <summary>Whether a model wrote of it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether readers are asked what they think of it.</summary>
    public bool AsksFeedback { get; init; }

    /// <summary>What could be said next.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Messages that follow, for what is too long for one.</summary>
    public IReadOnlyList<string> More { get; init; } = [];
}
