using PaperChat.Answering;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Review;

/// <summary>Writes the sections of a review in the papers' own words, where no model wrote them: what a theme's trouble is, then paper by paper, then what is open.</summary>
internal sealed class DigestWriter(QuestionReading reading, ResolvedTerms terms, SentenceBook book)
{
    private const int MostProblems = 3;
    private const int MostGaps = 8;
    private const double Alike = 0.3;

    private readonly Dictionary<PaperId, DigestSentences> _papers = [];

    /// <summary>A section: as a model wrote it, and the papers that it does not cite in their own words; without its text all of them.</summary>
    public IEnumerable<ReviewBlock> Theme(ReviewTheme theme, WrittenSection? written)
    {
        ReviewBlock[] opening = [new ReviewBlock.Heading(2, theme.Title), new ReviewBlock.Note(Count(theme))];
        return [.. opening, .. written is { Paragraphs.Count: > 0 } ? Written(theme, written) : Digest(theme, written)];
    }

    private IEnumerable<ReviewBlock> Written(ReviewTheme theme, WrittenSection written)
    {
        foreach (var paragraph in written.Paragraphs)
        {
            yield return new ReviewBlock.Paragraph([.. paragraph.Select(s => book.Written(theme.Title, s, written.Keys))]);
        }

        if (written.Cut is not null)
        {
            yield return new ReviewBlock.Note("The language model's text of this section breaks off here.");
        }

        var cited = written.Paragraphs.SelectMany(p => p).Where(s => s.Verdict != SentenceVerdict.Unsupported).SelectMany(s => s.Citations).Select(k => written.Keys[k]).ToHashSet();
        Paper[] left = [.. theme.Papers.Where(p => !cited.Contains(p.Id))];
        if (left.Length > 0)
        {
            yield return new ReviewBlock.Note("Papers of this theme that the text above does not cite, in their own words:");
        }

        foreach (var paper in left)
        {
            yield return Entry(theme, paper, []);
        }
    }

    private IEnumerable<ReviewBlock> Digest(ReviewTheme theme, WrittenSection? written)
    {
        if (written is { Dropped.Count: > 0 })
        {
            yield return new ReviewBlock.Note("Nothing that the language model wrote for this section is borne out by the papers; these are their own words.");
        }

        var problems = Problems(theme);
        if (problems.Count > 0)
        {
            yield return new ReviewBlock.Paragraph([.. problems.Select(p => book.Quote(theme.Title, p.Paper, p.Sentence))]);
        }

        var said = problems.Select(p => p.Sentence).ToHashSet();
        foreach (var paper in theme.Papers)
        {
            yield return Entry(theme, paper, said);
        }
    }

    private ReviewBlock.Entry Entry(ReviewTheme theme, Paper paper, HashSet<AnalyzedSentence> said) =>
        new(paper, [.. Of(paper).Summary().Where(s => !said.Contains(s)).Select(s => book.Quote(theme.Title, paper, s))]);

    public IEnumerable<ReviewBlock> Gaps(IReadOnlyList<Paper> papers)
    {
        const string Section = "Gaps that the papers state";
        yield return new ReviewBlock.Heading(2, Section);
        var all = papers.SelectMany(p => Of(p).Gaps().Select(g => (Paper: p, g.Sentence, g.IsAfter))).ToArray();
        var open = Different(all.Where(g => g.IsAfter));
        var reasons = Different(all.Where(g => !g.IsAfter));
        if (all.Length == 0)
        {
            yield return new ReviewBlock.Note("No abstract of these papers names a limitation, future work or an open question.");
        }

        foreach (var (found, note) in new[]
        {
            (open, "Left open by the papers, as limitations, future work or open questions:"),
            (reasons, "Named as open by papers that then work on it themselves, so that part of it may be answered:"),
        })
        {
            if (found.Count > 0)
            {
                yield return new ReviewBlock.Note(note);
                foreach (var (paper, sentence) in found)
                {
                    yield return new ReviewBlock.Entry(paper, [book.Quote(Section, paper, sentence)]);
                }
            }
        }
    }

    private DigestSentences Of(Paper paper)
    {
        if (!_papers.TryGetValue(paper.Id, out var sentences))
        {
            _papers[paper.Id] = sentences = new DigestSentences(reading, terms, AnalyzedPaper.Of(paper));
        }

        return sentences;
    }

    private List<(Paper Paper, AnalyzedSentence Sentence)> Problems(ReviewTheme theme)
    {
        var chosen = new List<(Paper Paper, AnalyzedSentence Sentence)>();
        var most = Math.Min(MostProblems, (theme.Papers.Count + 1) / 2);
        foreach (var (paper, problem) in theme.Papers.Select(p => (p, Problem: Of(p).Problem())).Where(p => p.Problem is not null).OrderByDescending(p => p.Problem!.Value.Score))
        {
            if (chosen.Count < most && chosen.All(c => DigestSentences.Shared(c.Sentence, problem!.Value.Sentence) < Alike))
            {
                chosen.Add((paper, problem!.Value.Sentence));
            }
        }

        return chosen;
    }

    // One sentence a paper.
    private static List<(Paper Paper, AnalyzedSentence Sentence)> Different(IEnumerable<(Paper Paper, AnalyzedSentence Sentence, bool IsAfter)> gaps)
    {
        var chosen = new List<(Paper Paper, AnalyzedSentence Sentence)>();
        foreach (var gap in gaps.DistinctBy(g => g.Paper.Id))
        {
            if (chosen.Count < MostGaps && chosen.All(c => DigestSentences.Shared(c.Sentence, gap.Sentence) < Alike))
            {
                chosen.Add((gap.Paper, gap.Sentence));
            }
        }

        return chosen;
    }

    private static string Count(ReviewTheme theme)
    {
        var years = theme.Papers.Select(p => p.Year).OfType<int>().ToArray();
        var span = years.Length == 0 ? "" : years.Min() == years.Max() ? FormattableString.Invariant($", {years.Min()}") : FormattableString.Invariant($", {years.Min()} to {years.Max()}");
        return FormattableString.Invariant($"{theme.Papers.Count} paper{(theme.Papers.Count == 1 ? "" : "s")}{span}.");
    }
}
