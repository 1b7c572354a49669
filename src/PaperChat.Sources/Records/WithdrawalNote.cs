using System.Text.RegularExpressions;
using PaperChat.Papers;

namespace PaperChat.Sources.Records;

/// <summary>Tells by the words of a record that its paper was taken back: arXiv says so in comments and abstracts, publishers in titles.</summary>
internal static partial class WithdrawalNote
{
    private const int AbstractStart = 200;

    public static PaperStatus OfTitle(string? title) => title is null ? PaperStatus.Current
        : RetractedTitle().IsMatch(title) ? PaperStatus.Retracted
        : WithdrawnTitle().IsMatch(title) ? PaperStatus.Withdrawn
        : PaperStatus.Current;

    /// <summary>
    /// The comment of an arXiv record: "This paper has been withdrawn by the author due to an error in Lemma 2". A paper that was withdrawn
    /// from a conference still stands.
    /// </summary>
    public static PaperStatus OfComment(string? comment) =>
        comment is not null && comment.Contains("withdr", StringComparison.OrdinalIgnoreCase) && Withdrawn().IsMatch(comment) ? PaperStatus.Withdrawn : PaperStatus.Current;

    /// <summary>A notice in place of the abstract stands at its very beginning.</summary>
    public static PaperStatus OfAbstract(string? text)
    {
        if (text is null)
        {
            return PaperStatus.Current;
        }

        var start = text.AsSpan().TrimStart();
        start = start[..Math.Min(AbstractStart, start.Length)];
        return start.Contains("withdrawn", StringComparison.OrdinalIgnoreCase) && WithdrawnAbstract().IsMatch(start) ? PaperStatus.Withdrawn : PaperStatus.Current;
    }

    public static PaperStatus OfStatus(string value) => value.Trim().ToLowerInvariant() switch
    {
        "retracted" => PaperStatus.Retracted,
        "withdrawn" => PaperStatus.Withdrawn,
        _ => PaperStatus.Current,
    };

    [GeneratedRegex(@"^\W*retract(ed|ion)(\s+article)?\s*[:\])–—-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RetractedTitle();

    [GeneratedRegex(@"^\W*withdrawn(\s+article)?\s*[:\])–—-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithdrawnTitle();

    [GeneratedRegex(@"^\W*withdrawn\b(?!\s+from\s+(?!(the\s+)?(arxiv|archive|publication|public)))|\b(is|was|been|being|now)\s+(temporarily\s+)?withdrawn\b(?!\s+from\s+(?!(the\s+)?(arxiv|archive|publication|public)))|\bwithdrawn\s+(by|due|because|for|since|pending)\b|\b(paper|article|submission|manuscript|preprint|version)\s+withdrawn\b(?!\s+from\s+(?!(the\s+)?(arxiv|archive|publication|public)))|\b(I|we|authors?)\s+(have\s+|has\s+)?withdr[ae]wn?\s+(this|the)\s+(paper|article|submission|manuscript|preprint)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawn();

    [GeneratedRegex(@"^\W*(withdrawn\b|(this|the)\s+(paper|article|submission|manuscript|preprint|work|version)\s+(has\s+been|was|is)\s+(temporarily\s+)?withdrawn\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithdrawnAbstract();
}
