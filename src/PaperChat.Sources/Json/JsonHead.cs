using System.Text.RegularExpressions;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Json;

/// <summary>Tells whose JSON an input is by the names that only that service uses, wherever they stand in the first bytes.</summary>
internal static partial class JsonHead
{
    /// <summary>
    /// <paramref name="text"/> begins with a brace or a bracket; <paramref name="head"/> is the same in bytes. Where the user
    /// says what the fields are called, no service's reader is taken, which would not listen.
    /// </summary>
    public static RecognizedFormat Recognize(string text, ReadOnlySpan<byte> head, bool isAll, SourceOptions options)
    {
        var layout = JsonLayout.Of(head);
        if (options.Columns is null && Service(text, layout) is { } format)
        {
            return RecognizedFormat.Of(format);
        }

        var title = options.Columns?.NameOf(Records.RecordField.Title) ?? "title";
        var sawRecord = isAll || text.Contains('\n') || !layout.IsLines;
        return sawRecord && !text.Contains($"\"{title}\"", StringComparison.OrdinalIgnoreCase)
            ? RecognizedFormat.Unknown($"holds JSON objects without a {title}: they are not papers. PaperChat needs the fields title and abstract; --map title=NAME says what a file calls them.")
            : RecognizedFormat.Of(layout.IsLines ? SourceFormats.JsonLines : SourceFormats.Json);
    }

    private static string? Service(string text, JsonLayout layout) =>
        HasName(text, "authors_parsed") || (HasName(text, "update_date") && HasName(text, "versions")) ? SourceFormats.ArxivSnapshot
        : HasName(text, "abstract_inverted_index") || HasName(text, "authorships") || text.Contains("\"https://openalex.org/W", StringComparison.Ordinal) ? SourceFormats.OpenAlex
        : HasName(text, "discussionId") || HasName(text, "submittedOnDailyAt") || HasName(text, "submittedBy") || (HasName(text, "paper") && HasName(text, "publishedAt"))
            || (HasName(text, "upvotes") && HasName(text, "summary")) ? SourceFormats.HuggingFace
        : HasName(text, "paperId") || HasName(text, "externalIds") || HasName(text, "externalids") || HasName(text, "corpusid") || HasName(text, "corpusId") ? SourceFormats.SemanticScholar
        : CslType().IsMatch(text) && (!layout.IsLines || HasName(text, "issued") || HasName(text, "container-title") || HasName(text, "family")) ? SourceFormats.CslJson
        : null;

    private static bool HasName(string text, string name) => text.Contains($"\"{name}\"", StringComparison.Ordinal);

    // The types of items at https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types.
    [GeneratedRegex(@"""type""\s*:\s*""(article[a-z-]*|paper-conference|chapter|book|report|thesis|dataset|software|webpage|manuscript|document|post[a-z-]*|entry[a-z-]*|review[a-z-]*|speech|patent|periodical|standard|classic|collection|bill|broadcast|figure|graphic|hearing|interview|legislation|legal_case|map|motion_picture|musical_score|pamphlet|performance|personal_communication|regulation|song|treaty|event)""")]
    private static partial Regex CslType();
}
