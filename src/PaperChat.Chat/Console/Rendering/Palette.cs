using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>The few styles in use: the terminal's own sixteen colours, so that light and dark backgrounds both work.</summary>
internal static class Palette
{
    public static Style Citation { get; } = new(Color.Teal);

    public static Style Title { get; } = new(decoration: Decoration.Bold);

    public static Style Note { get; } = new(Color.Grey);

    public static Style Warning { get; } = new(Color.Olive);

    public static Style Quote { get; } = new(Color.Olive, decoration: Decoration.Bold);

    public static Style Prompt { get; } = new(Color.Teal, decoration: Decoration.Bold);
}
