using PaperChat.Review;

namespace PaperChat.Chat.Json;

/// <summary>A review as the tool <c>draft_review</c> gives it: the text, and what it rests on. Its ledger is what <c>review --json</c> writes.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">Markdown, cut where it would be too long for a model.</param>
/// <param name="Papers">How many papers were found and kept.</param>
/// <param name="Themes">The themes with their papers' ids.</param>
/// <param name="References">The citation keys of the text.</param>
internal sealed record ReviewDraftShape(
    string Topic, string Text, ReviewCountsShape Papers, IReadOnlyList<ReviewThemeShape> Themes, IReadOnlyList<ReviewReferenceShape> References)
{
    public static ReviewDraftShape Of(LiteratureReview review, string text)
    {
        ArgumentNullException.ThrowIfNull(review);
        var ledger = ReviewShape.Of(review, folder: null);
        return new ReviewDraftShape(ledger.Topic, text, ledger.Papers, ledger.Themes, ledger.References);
    }
}
