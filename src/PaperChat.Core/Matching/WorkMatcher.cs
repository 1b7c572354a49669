using PaperChat.Papers;

namespace PaperChat.Matching;

/// <summary>
/// Whether two records are the same work, from what they say alone. Ids that contradict each other decide first, then the titles:
/// the more they differ, the more authors and abstracts have to agree. What a record leaves open is no evidence for either.
/// Thread-safe.
/// </summary>
public static class WorkMatcher
{
    // From a preprint to the printed paper it may be years; longer, it is rather another edition or a series.
    private const int UsualYears = 4;
    private const int FewYears = 2;

    // Letters of a title that is hardly anyone else's.
    private const int SpecificTitle = 25;

    /// <summary>Whether ids of the two say that they are not one work: two arXiv ids, two DOIs of one publisher.</summary>
    public static bool ContradictById(Paper a, Paper b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return WorkIds.Compare(a, b) == WorkIds.Relation.Different;
    }

    public static bool IsSameWork(Paper a, Paper b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return WorkIds.Compare(a, b) switch
        {
            WorkIds.Relation.Same => true,
            WorkIds.Relation.Different => false,
            _ => IsSame(a, b),
        };
    }

    private static bool IsSame(Paper a, Paper b)
    {
        var (first, second) = (ComparableTitle.Of(a.Title), ComparableTitle.Of(b.Title));
        var titles = TitleComparison.Compare(first, second);
        if (titles == TitleRelation.Contradicting)
        {
            return false;
        }

        var evidence = new Evidence(a, b)
        {
            Authors = AuthorComparison.Compare(a.Authors, b.Authors),
            Years = a.Year is { } x && b.Year is { } y ? Math.Abs(x - y) : null,
            TitleLength = Math.Min(first.Letters.Length, second.Letters.Length),
            IsGeneric = first.IsGeneric,
            ArePrinted = IsPrinted(a) && IsPrinted(b),
        };
        return titles switch
        {
            TitleRelation.Equal => Equal(evidence),
            TitleRelation.SubtitleCut => SubtitleCut(evidence),
            TitleRelation.Cut => Cut(evidence),
            TitleRelation.Beginning => Beginning(evidence),
            TitleRelation.Spelling => Spelling(evidence),
            TitleRelation.Reworded => Reworded(evidence),
            _ => Renamed(evidence),
        };
    }

    private static bool Equal(Evidence e) => e.Authors switch
    {
        AuthorRelation.Same => e.IsGeneric ? e.Overlap > 0.3 || (e.Overlap is null && e.Years is null or 0) : e.Years is null or <= UsualYears || e.Overlap > 0.3,
        AuthorRelation.Some => e.Overlap is { } overlap ? overlap > 0.12 : !e.IsGeneric && e.Years is null or <= FewYears,
        AuthorRelation.None => e.Overlap > 0.6,
        _ => e.Overlap is { } overlap ? overlap > (e.TitleLength >= SpecificTitle ? 0.12 : 0.3) : !e.IsGeneric && e.Years is null or <= FewYears,
    };

    private static bool SubtitleCut(Evidence e) => e.Authors switch
    {
        AuthorRelation.Same => !e.IsGeneric && e.Years is null or <= FewYears && (e.Overlap is null || e.Overlap > (e.ArePrinted ? 0.9 : 0.25)),
        AuthorRelation.Some => e.Overlap > 0.4,
        AuthorRelation.None => e.Overlap > 0.75,
        _ => e.Overlap is { } overlap ? overlap > 0.4 : e.TitleLength >= SpecificTitle && e.Years is null or <= FewYears,
    };

    private static bool Cut(Evidence e) => e.Authors switch
    {
        AuthorRelation.Same => e.Years is null or <= FewYears && e.Overlap is null or > 0.25,
        AuthorRelation.Some => e.Overlap > 0.4,
        AuthorRelation.None => e.Overlap > 0.75,
        _ => e.Overlap is { } overlap ? overlap > 0.4 : e.TitleLength >= SpecificTitle && e.Years is null or <= FewYears,
    };

    // The longer title may as well be that of a later paper, which goes on from the first.
    private static bool Beginning(Evidence e) => e.Authors switch
    {
        _ when e.ArePrinted => e.Authors == AuthorRelation.Same && e.Overlap > 0.9,
        AuthorRelation.Same => e.Overlap is { } overlap ? overlap > 0.55 : e.TitleLength >= SpecificTitle && e.Years is null or 0,
        AuthorRelation.None => e.Overlap > 0.85,
        _ => e.Overlap > 0.6,
    };

    private static bool Spelling(Evidence e) => e.Authors switch
    {
        AuthorRelation.Same => e.Years is null or <= FewYears && e.Overlap is null or > 0.25,
        AuthorRelation.None => e.Overlap > 0.75,
        AuthorRelation.Some => e.Overlap is { } overlap ? overlap > 0.4 : e.TitleLength >= SpecificTitle && e.Years is null or <= 1,
        _ => e.Overlap is { } overlap ? overlap > 0.4 : e.TitleLength >= 2 * SpecificTitle && e.Years is null or 0,
    };

    // Groups begin the abstracts of one paper after the other alike. What was printed twice under two titles is two papers; a preprint
    // may get another title in print.
    private static bool Reworded(Evidence e) => !e.ArePrinted && e.Years is null or <= FewYears && e.Authors switch
    {
        AuthorRelation.Same => e.Overlap > 0.75,
        AuthorRelation.None => e.Overlap > 0.95,
        _ => e.Overlap > 0.85,
    };

    private static bool Renamed(Evidence e) => !e.ArePrinted && e.Years is null or <= FewYears && e.Authors switch
    {
        AuthorRelation.Same => e.Overlap > 0.85,
        AuthorRelation.None => false,
        _ => e.Overlap > 0.95,
    };

    private static bool IsPrinted(Paper paper) =>
        paper.Venue is { Length: > 0 } venue && !Preprints.IsVenue(venue);

    private sealed class Evidence(Paper a, Paper b)
    {
        private double? _overlap;
        private bool _isCompared;

        public required AuthorRelation Authors { get; init; }

        public required int? Years { get; init; }

        public required int TitleLength { get; init; }

        public required bool IsGeneric { get; init; }

        public required bool ArePrinted { get; init; }

        /// <summary>Of the abstracts, from 0 to 1; null where one is missing or not the authors' own. Compared when first asked for: it takes longest.</summary>
        public double? Overlap
        {
            get
            {
                if (!_isCompared)
                {
                    _isCompared = true;
                    _overlap = a.Kind == PaperKind.Summary || b.Kind == PaperKind.Summary ? null : AbstractOverlap.Of(a.Abstract, b.Abstract);
                }

                return _overlap;
            }
        }
    }
}
