using PaperChat.Ingestion.Watch;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Watch;

public sealed class SeenPapersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryPaperLibrary _library = new();
    private readonly WatchDatabase _database;
    private readonly SeenPapers _seen;

    public SeenPapersTests()
    {
        _database = WatchDatabase.Open(_folder.File("watch"));
        _seen = new SeenPapers(_database, new TestTime());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_there_at_the_beginning_is_not_new_and_what_comes_later_is()
    {
        await AddAsync("a");
        await _seen.UpdateAsync(_library, Token);
        await AddAsync("b");
        await _seen.UpdateAsync(_library, Token);

        Assert.Equal(["b"], New());
    }

    [Fact]
    public async Task Papers_of_a_library_that_was_not_there_are_new()
    {
        await _seen.UpdateAsync(null, Token);
        await AddAsync("a");
        await _seen.UpdateAsync(_library, Token);

        Assert.Equal(["a"], New());
    }

    [Fact]
    public async Task A_paper_that_gets_a_better_id_is_not_new_again()
    {
        await _seen.UpdateAsync(_library, Token);
        await AddAsync("own-key", aliases: ["arxiv:2501.00001"]);
        await _seen.UpdateAsync(_library, Token);
        var last = _seen.Last;
        await AddAsync("arxiv:2501.00001", aliases: ["own-key"]);
        await _seen.UpdateAsync(_library, Token);

        Assert.Equal(last, _seen.Last);
        Assert.Equal(["arxiv:2501.00001"], New());
    }

    [Fact]
    public async Task A_paper_that_was_removed_and_comes_back_is_not_new_again()
    {
        await _seen.UpdateAsync(_library, Token);
        await AddAsync("a");
        await _seen.UpdateAsync(_library, Token);
        await using (var writer = _library.OpenWriter())
        {
            await writer.DeleteAsync([new PaperId("a")], Token);
            await writer.CommitAsync(Token);
        }

        await _seen.UpdateAsync(_library, Token);
        await AddAsync("a");
        await _seen.UpdateAsync(_library, Token);

        Assert.Equal(["a"], New());
    }

    private IEnumerable<string> New() => _seen.Between(0, _seen.Last).Select(id => id.Value);

    private async Task AddAsync(string id, params string[] aliases)
    {
        await using var writer = _library.OpenWriter();
        var paper = new Paper { Id = new PaperId(id), Title = "Coral reefs" };
        await writer.UpsertAsync(
            [new PaperEntry { Paper = paper, Chunks = [new Chunk(0, PaperField.Abstract, 0, 0)], Provenance = new Provenance("test", "test", null), Aliases = [.. aliases.Select(a => new PaperId(a))] }], Token);
        await writer.CommitAsync(Token);
    }
}
