using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>Cuts a topic into the parts that are worth a search of their own.</summary>
internal static partial class TopicParts
{
    private const int Most = 3;

    /// <summary>All parts that hold a term; the whole topic where it is one part.</summary>
    public static IReadOnlyList<string> All(string topic) =>
        [.. Joints().Split(topic).Select(p => p.Trim()).Where(p => Terms(p) > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Parts of at least two terms each; none where the topic is one part.</summary>
    public static IReadOnlyList<string> Searched(string topic)
    {
        var parts = All(topic);
        return parts.Count == 1 ? [] : [.. parts.Where(p => Terms(p) >= 2).Take(Most)];
    }

    private static int Terms(string part) => TextAnalyzer.Analyze(part).Select(t => t.Position).Distinct().Count();

    [GeneratedRegex(@"\s*[,;:/]\s+|\s+(?:and|or|for|with|without|in|on|versus|vs\.?|by|under|from|using|through|via)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}
