using PaperChat.Papers;

namespace PaperChat.Core.Tests.Matching;

/// <summary>
/// Makes pairs of records from real papers: two records of one work, and different works whose titles are near. Pairs of the two
/// halves have no paper in common.
/// </summary>
internal sealed class PairGenerator(IReadOnlyList<Paper> papers, int seed)
{
    private readonly Random _random = new(seed);

    public IEnumerable<PaperPair> Same(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var paper = Any();
            var record = RecordVariants.Of(paper, _random, Any().Abstract);
            var isLossy = _random.Next(100) < 40;
            var title = isLossy ? TitleVariants.AnyLossy(paper.Title, _random) : paper.Title;
            record = record with { Title = TitleVariants.Any(title, _random) };
            yield return _random.Next(2) == 0
                ? new PaperPair(paper, record, true, isLossy ? "lossy" : "harmless")
                : new PaperPair(record, paper, true, isLossy ? "lossy" : "harmless");
        }
    }

    public IEnumerable<PaperPair> Different(int count)
    {
        var near = new NearTitles(papers);
        for (var i = 0; i < count; i++)
        {
            var paper = Any();
            var pair = _random.Next(10) switch
            {
                0 => Parts(paper),
                1 => OtherAuthors(paper),
                2 => Notice(paper),
                3 => Numbered(paper),
                4 => Continued(paper),
                _ => near.Of(paper) is { } other ? Neighbours(paper, other) : OtherAuthors(paper),
            };
            yield return pair;
        }
    }

    private Paper Any() => papers[_random.Next(papers.Count)];

    private Paper Rewritten(Paper paper, string title, Paper text) => RecordVariants.Of(paper, _random, text.Abstract) with
    {
        Title = TitleVariants.Any(title, _random),
        Abstract = _random.Next(100) < 35 ? "" : text.Abstract,
    };

    private PaperPair Neighbours(Paper paper, Paper other) =>
        new(paper, RecordVariants.Of(other, _random, paper.Abstract) with { Title = TitleVariants.Any(other.Title, _random) }, false, "neighbours");

    private PaperPair Parts(Paper paper)
    {
        var (first, second) = _random.Next(4) switch
        {
            0 => (" Part I", " Part II"),
            1 => (": Part 1", ": Part 2"),
            2 => (" (II)", " (III)"),
            _ => (", Volume 1", ", Volume 2"),
        };
        return new PaperPair(paper with { Title = paper.Title + first }, Rewritten(paper, paper.Title + second, Any()), false, "parts");
    }

    private PaperPair OtherAuthors(Paper paper)
    {
        var other = Any();
        return new PaperPair(
            paper, Rewritten(paper, paper.Title, other) with { Authors = RecordVariants.AuthorsOf(other.Authors, _random) }, false, "authors");
    }

    private PaperPair Notice(Paper paper)
    {
        string[] notices = ["Reply to ", "Reply to: ", "Comment on ", "Comments on \"", "Erratum: ", "Correction to: ", "Response to ", "[Re] ", "Corrigendum to "];
        var other = Any();
        var authors = _random.Next(2) == 0 ? paper.Authors : other.Authors;
        return new PaperPair(paper, Rewritten(paper, notices[_random.Next(notices.Length)] + paper.Title, other) with { Authors = authors }, false, "notice");
    }

    // The versions of a survey or a report say much the same.
    private PaperPair Numbered(Paper paper)
    {
        var (first, second) = _random.Next(3) switch
        {
            0 => (" 2021", " 2023"),
            1 => (": The 2020 Edition", ": The 2022 Edition"),
            _ => (" v1.0", " v2.0"),
        };
        var text = paper with { Abstract = paper.Abstract[..(paper.Abstract.Length / 3)] + " " + Any().Abstract };
        return new PaperPair(paper with { Title = paper.Title + first }, Rewritten(paper, paper.Title + second, text) with { Year = paper.Year + 2 }, false, "numbered");
    }

    private PaperPair Continued(Paper paper)
    {
        var other = Any();
        var title = _random.Next(4) switch
        {
            0 => "Beyond " + paper.Title,
            1 => paper.Title + " with " + LastWords(other.Title),
            2 => paper.Title + " and " + LastWords(other.Title),
            _ => "Revisiting " + paper.Title,
        };
        return new PaperPair(paper, Rewritten(paper, title, other) with { Year = paper.Year + 1, Abstract = other.Abstract }, false, "continued");
    }

    private static string LastWords(string title) => string.Join(' ', title.Split(' ').TakeLast(3));
}
