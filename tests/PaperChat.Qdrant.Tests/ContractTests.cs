using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

public sealed class ContractTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_lists_every_call_and_every_place_of_its_body()
    {
        await using (var collection = new TestCollection())
        {
            await collection.ServerAsync();
            await UseAsync(await collection.OptionsAsync());
        }

        var page = await File.ReadAllTextAsync(ContractPage.Path, Token);

        var sections = page.Split("\n## ").Skip(1).ToDictionary(s => s[1..s.IndexOf('`', 1)], s => s);
        foreach (var (call, places) in ContractRecorder.Calls)
        {
            Assert.True(sections.ContainsKey(call), $"{call} is not on the page; write it anew with PAPERCHAT_WRITE_CONTRACT=1.");
            Assert.All(places.Keys, place => Assert.Contains($"- `{place}`", sections[call], StringComparison.Ordinal));
        }

        Assert.True(sections.Count >= 12);
    }

    private static async Task UseAsync(QdrantOptions options)
    {
        var model = WordVectors.Model(8);
        var (first, then) = TestPapers.Story(20, seed: 3);
        await using (var writer = await QdrantLibraryWriter.OpenAsync(options, TimeProvider.System, model, isTrial: false, Token))
        {
            await writer.UpsertAsync(first, Token);
            await writer.CommitAsync(Token);
            await writer.UpsertAsync(then, Token);
            await writer.DeleteAsync([.. first.Take(6).Select(e => e.Paper.Id)], Token);
            await writer.CommitAsync(Token);
        }

        await using var library = await QdrantLibrary.OpenAsync(options, TimeProvider.System, model.Info, Token);
        var vector = (await model.EmbedAsync(["walrus"], Token))[0];
        await library.SearchAsync(new SearchRequest { Terms = [new WeightedTerm("walru")], Vector = vector, WithVectors = true, Filters = new SearchFilters { Author = "Ada", Year = new YearRange(2000, 2010) } }, Token);
        await library.GetStateAsync(Token);
        await library.GetListedDaysAsync(Token);
    }
}
