using PaperChat.Chat.Tests.Json;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Console.Commands;

/// <summary>A preprint that was met in two versions, a day between them, and an entry of a bibliography for the same work.</summary>
public sealed class LibraryShowTests
{
    private static readonly Paper First = TestPapers.Lattice with { Version = 1, Venue = null, Abstract = "LatticeNet forecasts weather. It trains in nine hours." };

    private static readonly Paper Second = First with { Version = 2, Abstract = "LatticeNet forecasts weather. It trains in two hours." };

    private static readonly Paper Printed = new()
    {
        Id = PaperIds.OfTitle(First.Title),
        Title = First.Title,
        Authors = ["A. Moss", "B. Reed"],
        Year = 2025,
        Venue = "Journal of Weather",
    };

    [Fact]
    public async Task With_versions_each_record_shows_what_it_gave_and_how_it_changed()
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("library", "show", "2401.00001", "--versions");

        Assert.Equal(0, result.ExitCode);
        var text = string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Made of 2 records in 3 versions 1. arxiv, arxiv:2401.00001 gave title, abstract, authors, url, arxiv, categories, kind, version 2025-07-28 version 1, arxiv-atom, page.xml:3 abstract: LatticeNet forecasts weather. It trains in nine hours. 2025-07-29 version 2, arxiv-atom, page.xml:3; changed: abstract, version 2. bibtex,", text, StringComparison.Ordinal);
        Assert.EndsWith("gave year, venue 2025-07-30 bibtex, refs.bib", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_versions_follow_the_schema_and_hold_the_earlier_text()
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("library", "show", "2401.00001", "--versions", "--json");

        var shown = PaperChatSchema.Object("paperRecords", result.Output);
        Assert.Equal(("Journal of Weather", 2025, Second.Abstract), (
            shown.GetProperty("paper").GetProperty("venue").GetString(),
            shown.GetProperty("paper").GetProperty("year").GetInt32(),
            shown.GetProperty("paper").GetProperty("abstract").GetString()));
        var records = shown.GetProperty("records");
        Assert.Equal(["arxiv", "bibtex"], records.EnumerateArray().Select(r => r.GetProperty("source").GetString()));
        Assert.Equal(["year", "venue"], records[1].GetProperty("gave").EnumerateArray().Select(f => f.GetString()));
        var versions = records[0].GetProperty("versions");
        Assert.Equal((First.Abstract, "2025-07-28"), (versions[0].GetProperty("paper").GetProperty("abstract").GetString(), versions[0].GetProperty("seen").GetString()));
        Assert.False(versions[0].TryGetProperty("changed", out _));
        Assert.Equal(["abstract", "version"], versions[1].GetProperty("changed").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task Without_versions_the_paper_stands_alone()
    {
        var program = await ProgramAsync();

        var result = await program.RunAsync("library", "show", "2401.00001");

        Assert.DoesNotContain("record", result.Output, StringComparison.Ordinal);
    }

    private static async Task<TestProgram> ProgramAsync()
    {
        var time = new TestTime();
        var library = new InMemoryPaperLibrary(time: time);
        await using var writer = library.OpenWriter();
        foreach (var entry in new[] { Entry("arxiv-atom", "page.xml", 3, First), Entry("arxiv-atom", "page.xml", 3, Second), Entry("bibtex", "refs.bib", null, Printed) })
        {
            await writer.UpsertAsync([entry], TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromDays(1));
        }

        await writer.CommitAsync(TestContext.Current.CancellationToken);
        return new TestProgram(library);
    }

    private static PaperEntry Entry(string format, string location, int? line, Paper paper) => new()
    {
        Paper = paper,
        Chunks = Chunker.Chunk(paper),
        Provenance = new Provenance(format, location, line),
        Aliases = [paper.Id, PaperIds.OfTitle(paper.Title)],
        Keys = WorkKeys.Of(paper),
    };
}
