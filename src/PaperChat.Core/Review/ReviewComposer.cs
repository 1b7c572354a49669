using PaperChat.Bibliography;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Review;

/// <summary>Puts a review together: its sections, tables, gaps, what it says of itself, and the references of what it cites.</summary>
internal sealed class ReviewComposer(ReviewRequest request, ResolvedTerms terms, DateOnly today)
{
    /// <param name="draft">The review without text.</param>
    /// <param name="sections">What a model wrote for each theme; null where it wrote nothing.</param>
    /// <param name="author">What the model did; null where none was asked.</param>
    public LiteratureReview Compose(LiteratureReview draft, IReadOnlyList<WrittenSection?> sections, ReviewAuthor? author)
    {
        var book = new SentenceBook();
        var digest = new DigestWriter(QuestionReader.Read(draft.Topic, SearchFilters.None, hasHistory: false, today), terms, book);
        Paper[] papers = [.. draft.Themes.SelectMany(t => t.Papers).DistinctBy(p => p.Id)];
        ReviewBlock[] body =
        [
            .. draft.Themes.SelectMany((t, i) => digest.Theme(t, sections[i])),
            .. ReviewTables.Of(papers, book),
            .. digest.Gaps(papers),
        ];
        var cited = book.Sentences.SelectMany(s => s.Papers).ToHashSet();
        var review = draft with
        {
            Author = author,
            Sentences = book.Sentences,
            References = BibliographyWriter.Entries([.. papers.Where(p => cited.Contains(p.Id))], BibliographyFormat.Bibtex, withAbstracts: false),
        };
        return review with { Blocks = [.. ReviewFrame.Opening(review), .. body, .. ReviewFrame.Method(review, request)] };
    }
}
