using System.Text.RegularExpressions;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

/// <summary>The question that sets papers side by side, made of their titles.</summary>
internal static partial class ComparisonQuestion
{
    // Enough words of a title to tell it from another's.
    private const int TellingWords = 8;

    /// <summary>As it reads best: whole titles in quotation marks.</summary>
    public static string Of(IReadOnlyList<Paper> papers, string? aspect) =>
        Join([.. papers.Select(p => $"\"{PaperText.Title(p).Replace('"', '\'')}\"")], aspect);

    /// <summary>
    /// The same in other words, for a reader of questions that takes an "and", a comma or a date within a title for one of the
    /// question's own: names where titles have them, then titles without such words.
    /// </summary>
    public static IReadOnlyList<string> Wordings(IReadOnlyList<Paper> papers, string? aspect) =>
    [
        Of(papers, aspect),
        Join([.. papers.Select(p => MethodName.Of(p) ?? Telling(PaperText.Title(p)))], aspect),
        Join([.. papers.Select(p => Telling(PaperText.Title(p)))], aspect),
    ];

    private static string Join(string[] names, string? aspect) =>
        $"Compare {string.Join(names.Length == 2 ? " and " : ", ", names.Length == 2 ? names : names[..^1])}"
        + (names.Length == 2 ? "" : $" and {names[^1]}")
        + (aspect is null ? "" : ": " + aspect);

    private static string Telling(string title) => string.Join(' ', WordPattern().Matches(title).Select(m => m.Value)
        .Where(w => !JoiningPattern().IsMatch(w)).Take(TellingWords));

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}\-+]*")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^(and|or|vs|versus|in|by|do|does|did|is|are|was|were|what|which|how|to|from|for|on|with|of|a|an|the|both|each|that)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JoiningPattern();
}
