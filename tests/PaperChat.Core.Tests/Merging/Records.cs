using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Merging;

/// <summary>What five sources say of one paper, and what becomes of it.</summary>
internal static class Records
{
    public const string Abstract = "We count drops on twelve roofs over a year. The model of their arrival needs three parameters.";

    public static DateOnly Day { get; } = new(2025, 7, 28);

    public static PaperEntry Arxiv { get; } = Entry("arxiv-oai", new Paper
    {
        Id = new PaperId("arxiv:2401.00001"),
        Title = "DropNet: Modelling the Arrival of Rain on Roofs",
        Abstract = Abstract,
        Authors = ["Ada Byron", "Jo Public"],
        Year = 2024,
        Arxiv = "2401.00001",
        Url = "https://arxiv.org/abs/2401.00001",
        Categories = ["physics.ao-ph"],
        Links = ["https://example.org/drops"],
        Version = 2,
        Updated = new DateOnly(2024, 3, 1),
    });

    public static PaperEntry OpenAlex { get; } = Entry("openalex", new Paper
    {
        Id = new PaperId("doi:10.1000/roofs.7"),
        Title = "DropNet: Modelling the arrival of rain on roofs",
        Abstract = "We count drops on twelve roofs over a year.",
        Authors = ["Ada K. Byron", "Jo Quentin Public"],
        Year = 2025,
        Venue = "Journal of Roofs",
        Doi = "10.1000/roofs.7",
        Url = "https://doi.org/10.1000/roofs.7",
        Categories = ["Rain"],
    }, "openalex:W7");

    public static PaperEntry SemanticScholar { get; } = Entry("semantic-scholar", new Paper
    {
        Id = new PaperId("arxiv:2401.00001"),
        Title = "DropNet: Modelling the Arrival of Rain on Roofs",
        Authors = ["A. Byron", "Jo Public"],
        Year = 2024,
        Venue = "arXiv.org",
        Doi = "10.1000/roofs.7",
        Arxiv = "2401.00001",
    }, "doi:10.1000/roofs.7", "s2:abc");

    public static PaperEntry HuggingFace { get; } = Entry("hf-papers", new Paper
    {
        Id = new PaperId("arxiv:2401.00001"),
        Title = "DropNet: Modelling the Arrival of Rain",
        Abstract = Abstract + " Code is out.",
        Authors = ["Ada Byron"],
        Year = 2024,
        Arxiv = "2401.00001",
        Url = "https://huggingface.co/papers/2401.00001",
        Listed = new ListedDate(2024, 1, 5),
        Links = ["https://example.org/code"],
        Upvotes = 12,
    });

    public static PaperEntry Bibtex { get; } = Entry("bibtex", new Paper
    {
        Id = PaperIds.OfTitle("DropNet: Modelling the Arrival of Rain on Roofs"),
        Title = "DropNet: Modelling the Arrival of Rain on Roofs",
        Authors = ["A. Byron", "J. Public"],
        Year = 2026,
        Venue = "J. Roofs",
    });

    public static IReadOnlyList<PaperEntry> All { get; } = [Arxiv, OpenAlex, SemanticScholar, HuggingFace, Bibtex];

    public static PaperEntry Entry(string format, Paper paper, params string[] aliases) => new()
    {
        Paper = paper,
        Chunks = Chunker.Chunk(paper),
        Provenance = new Provenance(format, "file of " + format, 3),
        Aliases = [paper.Id, .. aliases.Select(a => new PaperId(a)), PaperIds.OfTitle(paper.Title)],
    };

    public static PaperEntry With(this PaperEntry entry, Func<Paper, Paper> change) =>
        entry with { Paper = change(entry.Paper), Chunks = Chunker.Chunk(change(entry.Paper)) };

    /// <summary>The work that entries make one after the other, a day between them.</summary>
    public static StoredWork Work(params IEnumerable<PaperEntry> entries)
    {
        StoredWork? work = null;
        var day = Day;
        foreach (var entry in entries)
        {
            work = work is null
                ? new StoredWork(entry.Paper, entry.Chunks, WorkMerge.RecordsOf(entry, day))
                : WorkMerge.Add(work, entry, day);
            day = day.AddDays(1);
        }

        return work!;
    }

    public static Paper Merge(params IEnumerable<PaperEntry> entries) => Work(entries).Paper;
}
