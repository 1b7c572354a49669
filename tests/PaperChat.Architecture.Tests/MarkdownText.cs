using System.Text;
using System.Text.RegularExpressions;

namespace PaperChat.Architecture.Tests;

/// <summary>The links and headings of a Markdown page, its code left out.</summary>
internal static partial class MarkdownText
{
    public static IEnumerable<string> Links(string text) =>
        LinkPattern().Matches(WithoutCode(text)).Select(m => m.Groups["target"].Value)
            .Concat(DefinitionPattern().Matches(WithoutCode(text)).Select(m => m.Groups["target"].Value));

    /// <summary>What stands between single backticks.</summary>
    public static IEnumerable<string> Code(string text) => CodePattern().Matches(WithoutFences(text)).Select(m => m.Value.Trim('`'));

    /// <summary>True for a link that leads into the repository.</summary>
    public static bool IsRelative(string link) => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal);

    /// <summary>The fragments that lead to the headings: lower case, punctuation dropped, hyphens for spaces.</summary>
    public static IEnumerable<string> Fragments(string text) => HeadingPattern().Matches(WithoutFences(text)).Select(m => Fragment(m.Groups["heading"].Value.Trim()));

    private static string Fragment(string heading)
    {
        var fragment = new StringBuilder();
        foreach (var letter in heading.ToLowerInvariant())
        {
            if (letter == ' ' || letter == '-')
            {
                fragment.Append('-');
            }
            else if (letter == '_' || char.IsLetterOrDigit(letter))
            {
                fragment.Append(letter);
            }
        }

        return fragment.ToString();
    }

    private static string WithoutCode(string text) => CodePattern().Replace(WithoutFences(text), "");

    private static string WithoutFences(string text) => FencePattern().Replace(text, "");

    [GeneratedRegex(@"^[ \t]*(?<fence>```+|~~~+)[^\n]*\n.*?^[ \t]*\k<fence>[^\n]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencePattern();

    [GeneratedRegex(@"`[^`\n]+`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)\s>]+)>?[^)]*\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^[ ]{0,3}\[[^\]]+\]:\s*<?(?<target>[^\s>]+)", RegexOptions.Multiline)]
    private static partial Regex DefinitionPattern();

    [GeneratedRegex(@"^#{1,6}[ ]+(?<heading>[^\n]+)", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();
}
