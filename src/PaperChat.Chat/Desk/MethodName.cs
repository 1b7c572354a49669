using PaperChat.Chat.Console.Rendering;
using PaperChat.Papers;

namespace PaperChat.Chat.Desk;

/// <summary>What a paper calls its method, as far as the title shows it.</summary>
internal static class MethodName
{
    /// <summary>"HiLo: sparse attention for ..." names its method before the colon; a name has an inner capital or a digit.</summary>
    public static string? Of(Paper paper)
    {
        var title = PaperText.Title(paper);
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        var name = colon is > 2 and <= 20 ? title[..colon] : "";
        return name.Length > 0 && !name.Contains(' ', StringComparison.Ordinal) && name.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c))
            ? name
            : null;
    }
}
