using System.Globalization;
using PaperChat.Answering;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>What is said under the sources of an answer of those that do not stand any more. It is no sentence of the answer.</summary>
internal static class StatusNotes
{
    /// <summary>"[2] was withdrawn. [3] was retracted."; empty where all sources stand.</summary>
    public static string Of(IEnumerable<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(citations);
        return string.Join(' ', citations.OrderBy(c => c.Number).Select(Of).OfType<string>());
    }

    private static string? Of(Citation citation) => citation.Paper.Status switch
    {
        PaperStatus.Withdrawn => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] was withdrawn."),
        PaperStatus.Retracted => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] was retracted."),
        _ => null,
    };
}
