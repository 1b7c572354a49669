using System.Text.Json;
using PaperChat.Bibliography;
using PaperChat.Chat.Json;
using PaperChat.Review;

namespace PaperChat.Chat.Console.Reviewing;

/// <summary>The files of a review by their names.</summary>
internal static class ReviewFiles
{
    public const string Ledger = "ledger.json";
    public const string References = "references.bib";
    public const string Outline = "outline.md";

    public static IReadOnlyList<string> Formats { get; } = ["markdown", "latex", "html"];

    /// <summary>All of them; of the texts only one where a format is given.</summary>
    public static IReadOnlyDictionary<string, string> Of(LiteratureReview review, string? format)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReviewBuilder.TimelineFile] = TimelineSvg.Write(review),
            [ReviewBuilder.MapFile] = MapSvg.Write(review),
            [References] = BibliographyWriter.Join(review.References, BibliographyFormat.Bibtex),
            [Outline] = OutlineFile.Write(review.Topic, review.Themes),
            [Ledger] = JsonSerializer.Serialize(ReviewShape.Of(review, folder: null), WireJson.Relaxed.ReviewShape) + "\n",
        };
        foreach (var name in Formats.Where(f => format is null || f == format))
        {
            files[TextName(name)] = Text(review, name);
        }

        return files;
    }

    public static string Text(LiteratureReview review, string format) => format switch
    {
        "latex" => ReviewLatex.Write(review),
        "html" => ReviewHtml.Write(review, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReviewBuilder.TimelineFile] = TimelineSvg.Write(review),
            [ReviewBuilder.MapFile] = MapSvg.Write(review),
        }),
        _ => ReviewMarkdown.Write(review),
    };

    private static string TextName(string format) => format switch { "latex" => "review.tex", "html" => "review.html", _ => "review.md" };
}
