using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>An embedding model that fails while papers are written.</summary>
public sealed class FailingModelTests : IDisposable
{
    private const int Papers = 400;

    private readonly TemporaryFolder _folder = new();
    private readonly WordVectors _generator = new(48, "model");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _generator.Dispose();
    }

    [Fact]
    public async Task Papers_are_kept_without_vectors_and_the_writer_says_so()
    {
        await FillAsync();

        Assert.Equal(Papers, await FoundByWordsAsync());
        Assert.InRange(await FoundByMeaningAsync(), 1, Papers - 1);
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
    }

    [Fact]
    public async Task Reembedding_makes_the_vectors_that_are_missing_and_no_others()
    {
        await FillAsync();
        var missing = Papers - await FoundByMeaningAsync();
        _generator.FailsAfter = null;
        var before = _generator.Texts;

        await EmbeddedLibraryMaintenance.ReembedAsync(_folder.Path, TimeProvider.System, new EmbeddingModel(_generator), null, Token);

        Assert.Equal(missing, _generator.Texts - before);
        Assert.Equal(Papers, await FoundByMeaningAsync());
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        await using var writer = await OpenAsync();
        Assert.Equal(0, writer.PassagesWithoutVectors);
        Assert.Null(writer.EmbeddingFailure);
    }

    [Fact]
    public async Task Reembedding_that_fails_again_leaves_the_library_as_it_was_and_can_be_repeated()
    {
        await FillAsync();
        var model = new EmbeddingModel(_generator);

        await Assert.ThrowsAsync<PaperChatException>(
            () => EmbeddedLibraryMaintenance.ReembedAsync(_folder.Path, TimeProvider.System, model, null, Token));
        Assert.Equal(Papers, await FoundByWordsAsync());

        _generator.FailsAfter = null;
        await EmbeddedLibraryMaintenance.ReembedAsync(_folder.Path, TimeProvider.System, model, null, Token);
        Assert.Equal(Papers, await FoundByMeaningAsync());
    }

    [Fact]
    public async Task Deleted_and_later_papers_do_not_disturb_the_making_of_missing_vectors()
    {
        await FillAsync();
        _generator.FailsAfter = null;
        await using (var writer = await OpenAsync())
        {
            await writer.DeleteAsync([new PaperId("p0000"), new PaperId("p0399")], Token);
            await Sample.AddAsync(writer, Sample.Entry("later", "Walrus song later"));
        }

        await EmbeddedLibraryMaintenance.ReembedAsync(_folder.Path, TimeProvider.System, new EmbeddingModel(_generator), null, Token);

        Assert.Equal(Papers - 1, await FoundByMeaningAsync());
        Assert.Equal(Papers - 1, await FoundByWordsAsync());
    }

    [Fact]
    public async Task An_index_that_is_made_anew_does_not_lose_its_vectors_to_a_failing_model()
    {
        await using (var writer = await OpenAsync())
        {
            await writer.UpsertAsync(Entries(), Token);
            await writer.CommitAsync(Token);
        }

        _generator.FailsAfter = 0;
        await Assert.ThrowsAsync<PaperChatException>(() => EmbeddedLibraryMaintenance.CompactAsync(
            _folder.Path, TimeProvider.System, new EmbeddingModel(_generator), Token));

        _generator.FailsAfter = null;
        Assert.Equal(Papers, await FoundByMeaningAsync());
    }

    private async Task FillAsync()
    {
        _generator.FailsAfter = Papers / 2;
        await using var writer = await OpenAsync();
        await writer.UpsertAsync(Entries(), Token);
        await writer.CommitAsync(Token);

        Assert.Equal("The model is gone.", writer.EmbeddingFailure?.Message);
        Assert.InRange(writer.PassagesWithoutVectors, Papers / 2, Papers - 1);
    }

    private static PaperEntry[] Entries() => [.. Enumerable.Range(0, Papers).Select(i => Sample.Entry($"p{i:0000}", $"Walrus song number{i}"))];

    private Task<EmbeddedLibraryWriter> OpenAsync() =>
        EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, new EmbeddingModel(_generator), Token);

    private async Task<int> FoundByWordsAsync()
    {
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        return (await library.SearchAsync(Sample.Request("walrus") with { Limit = Papers + 1 }, Token)).Lexical.Count;
    }

    private async Task<int> FoundByMeaningAsync()
    {
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        var model = WordVectors.Model(48, "model");
        var request = new SearchRequest { Vector = (await model.EmbedAsync(["walrus song"], Token))[0], Limit = Papers + 1 };
        return (await library.SearchAsync(request, Token)).Dense.Count(c => c.Score > 0.01);
    }
}
