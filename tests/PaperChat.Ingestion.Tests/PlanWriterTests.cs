using PaperChat.Ingestion.Commands;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.Ingestion.Tests;

public sealed class PlanWriterTests
{
    private readonly List<PlannedDuplicate> _duplicates = [];

    [Fact]
    public async Task A_paper_that_comes_twice_in_the_input_is_a_duplicate_whether_it_changed_or_not()
    {
        var outcomes = await PlanAsync(Entry("json", "a", "Old words."), Entry("json", "a", "Old words."), Entry("json", "a", "New words."), Entry("json", "b", "Others."));

        Assert.Equal([UpsertOutcome.Added, UpsertOutcome.Merged, UpsertOutcome.Merged, UpsertOutcome.Added], outcomes);
        Assert.Equal(["a", "a"], _duplicates.Select(d => d.Of.Value));
    }

    [Fact]
    public async Task A_paper_of_the_library_is_changed_or_unchanged_the_first_time()
    {
        var library = await InMemoryPaperLibrary.OfAsync([], TestContext.Current.CancellationToken);
        await using (var before = library.OpenWriter())
        {
            await before.UpsertAsync([Entry("json", "a", "Old words."), Entry("json", "b", "Same.")], TestContext.Current.CancellationToken);
            await before.CommitAsync(TestContext.Current.CancellationToken);
        }

        var outcomes = await PlanAsync(library, Entry("json", "a", "New words."), Entry("json", "b", "Same."), Entry("bibtex", "b", ""));

        Assert.Equal([UpsertOutcome.Changed, UpsertOutcome.Unchanged, UpsertOutcome.Merged], outcomes);
        Assert.Equal("b", Assert.Single(_duplicates).Id.Value);
        Assert.Equal("Old words.", (await library.GetAsync([new PaperId("a")], TestContext.Current.CancellationToken))[0].Abstract);
    }

    [Fact]
    public async Task Texts_that_stay_as_they_are_cost_nothing()
    {
        var library = await InMemoryPaperLibrary.OfAsync([], TestContext.Current.CancellationToken);
        await using var inner = library.OpenWriter();
        await using var writer = new PlanWriter(inner, _duplicates.Add);
        var entry = Entry("json", "a", "Old words.");

        await writer.UpsertAsync([entry, entry], TestContext.Current.CancellationToken);

        Assert.Equal((1, TokenEstimate.Of("Title a. Old words.")), (writer.Texts, writer.Tokens));
    }

    private async Task<IEnumerable<UpsertOutcome>> PlanAsync(params PaperEntry[] entries) =>
        await PlanAsync(await InMemoryPaperLibrary.OfAsync([], TestContext.Current.CancellationToken), entries);

    private async Task<IEnumerable<UpsertOutcome>> PlanAsync(InMemoryPaperLibrary library, params PaperEntry[] entries)
    {
        await using var inner = library.OpenWriter();
        await using var writer = new PlanWriter(inner, _duplicates.Add);
        var results = await writer.UpsertAsync(entries, TestContext.Current.CancellationToken);
        await writer.CommitAsync(TestContext.Current.CancellationToken);
        return results.Select(r => r.Outcome);
    }

    private static PaperEntry Entry(string format, string id, string text)
    {
        var paper = new Paper { Id = new PaperId(id), Title = "Title " + id, Abstract = text };
        return new PaperEntry { Paper = paper, Chunks = Chunker.Chunk(paper), Provenance = new Provenance(format, "file", 1), Aliases = [paper.Id] };
    }
}
