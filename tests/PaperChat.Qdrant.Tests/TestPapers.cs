using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Tests;

/// <summary>Entries of which many change, move to better ids, grow and lose chunks, and come twice; the same seed gives the same.</summary>
internal static class TestPapers
{
    public static PaperEntry Entry(Paper paper, params string[] aliases) => new()
    {
        Paper = paper,
        Chunks = Chunks(paper),
        Provenance = new Provenance("test", "papers", null),
        Aliases = aliases.Length == 0 ? null : [.. aliases.Select(a => new PaperId(a))],
    };

    public static Paper Paper(string id, string title, string text = "") => new() { Id = new PaperId(id), Title = title, Abstract = text };

    /// <summary>A first state of a library, and records that change it.</summary>
    public static (IReadOnlyList<PaperEntry> First, IReadOnlyList<PaperEntry> Then) Story(int papers, int seed)
    {
        var random = new Random(seed);
        var first = Enumerable.Range(0, papers).Select(i => Version(i, random, "title")).ToArray();
        var then = Enumerable.Range(0, papers).Where(_ => random.Next(3) > 0).Select(i => Version(i, random, random.Next(3) == 0 ? "doi" : "title")).ToArray();
        return (first, then);
    }

    private static PaperEntry Version(int number, Random random, string id)
    {
        var key = $"title:{number:x16}";
        var paper = Paper(id == "title" ? key : $"doi:10.1/{number}", $"Walrus paper {number}", Words(random, random.Next(1, 20))) with
        {
            Year = 2020 + random.Next(3),

            // By which a record with a better id and the same title is known to be the same work.
            Authors = ["Ada Byron", "Mary Somerville"],
        };
        return Entry(random.Next(3) == 0 ? paper with { Body = Words(random, random.Next(10, 60)), Kind = PaperKind.Document } : paper, key);
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"word{random.Next(50)}"));

    // A body is cut into pieces of twenty letters.
    private static Chunk[] Chunks(Paper paper)
    {
        List<Chunk> chunks = [new(0, PaperField.Abstract, 0, paper.Abstract.Length)];
        for (var start = 0; start < (paper.Body?.Length ?? 0); start += 20)
        {
            chunks.Add(new Chunk(chunks.Count, PaperField.Body, start, Math.Min(20, paper.Body!.Length - start)));
        }

        return [.. chunks];
    }
}
