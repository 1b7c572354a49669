using System.Text.RegularExpressions;

namespace PaperChat.Architecture.Tests;

/// <summary>
/// What can be read from a source file without a compiler: namespaces are file-scoped, so the types that stand in them begin
/// their line.
/// </summary>
internal static partial class SourceText
{
    /// <summary>The public types of a file that are not nested, without those derived from an abstract one in the same file.</summary>
    public static IReadOnlyList<string> PublicTypes(string text)
    {
        var types = TypePattern().Matches(text);
        var bases = types.Where(t => t.Groups["modifiers"].Value.Contains("abstract", StringComparison.Ordinal))
            .Select(t => t.Groups["name"].Value).ToHashSet();
        return [.. types.Where(t => !bases.Any(b => Derives(Header(text, t), b))).Select(t => t.Groups["name"].Value)];
    }

    public static IEnumerable<string> Interfaces(string text) => InterfacePattern().Matches(text).Select(m => m.Groups["name"].Value);

    public static bool HasFileScopedNamespace(string text) => NamespacePattern().IsMatch(text);

    public static bool HasOnlyTopLevelStatements(string text) => !AnyTypePattern().IsMatch(text) && !text.Contains("namespace ", StringComparison.Ordinal);

    // From the type's name to its body; a base stands behind the last colon outside of a parameter list.
    private static string Header(string text, Match type)
    {
        var end = text.IndexOfAny(['{', ';'], type.Index);
        return text[(type.Index + type.Length)..(end < 0 ? text.Length : end)];
    }

    private static bool Derives(string header, string name) => Regex.IsMatch(header, $@":\s*{name}\b", RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"^public (?<modifiers>(?:\w+ )*?)(?:record class|record struct|class|struct|record|interface|enum|delegate [^(\n]+?)[ ](?<name>\w+)(?=[<(:;{\s]|$)", RegexOptions.Multiline)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|partial|unsafe|new) )*interface (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex InterfacePattern();

    [GeneratedRegex(@"^namespace [\w.]+;\s*$", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref) )*(?:class|struct|record|interface|enum) \w", RegexOptions.Multiline)]
    private static partial Regex AnyTypePattern();
}
