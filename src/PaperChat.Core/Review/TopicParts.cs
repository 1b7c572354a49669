using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>Cuts a topic into the parts that are worth a search of their own.</summary>
internal static partial class TopicParts
{
    private const int Most = 3;

    /// <summary>Parts of at least two terms each; none where the topic is one part.</summary>
    public static IReadOnlyList<string> Of(string topic)
    {
        string[] parts = [.. Joints().Split(topic).Select(p => p.Trim()).Where(p => TextAnalyzer.Analyze(p).Select(t => t.Position).Distinct().Count() >= 2)];
        return parts.Length == 1 && parts[0].Length == topic.Trim().Length ? [] : [.. parts.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    [GeneratedRegex(@"\s*[,;:/]\s+|\s+(?:and|or|for|with|without|in|on|versus|vs\.?|by|under|from|using|through|via)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}
