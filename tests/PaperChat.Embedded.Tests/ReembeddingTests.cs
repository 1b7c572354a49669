using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

public sealed class ReembeddingTests : IDisposable
{
    private const int Papers = 1_300;

    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddingModel _old = WordVectors.Model(48, "old");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stopped_change_of_model_leaves_the_old_vectors_and_goes_on_where_it_was()
    {
        await AddAsync(_old);
        using var generator = new WordVectors(32, "new") { FailsAfter = 700 };
        var changed = new EmbeddingModel(generator);

        await Assert.ThrowsAsync<PaperChatException>(() => ReembedAsync(changed));
        Assert.Equal(_old.Info, await ModelAsync());
        Assert.NotEmpty(await NearAsync(_old));

        generator.FailsAfter = null;
        await ReembedAsync(changed);

        Assert.True(generator.Texts < Papers + 512, $"{generator.Texts} texts were embedded");
        Assert.Equal(changed.Info, await ModelAsync());
        Assert.NotEmpty(await NearAsync(changed));
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "reembed-*"));
    }

    [Fact]
    public async Task The_model_that_made_the_vectors_has_nothing_to_do()
    {
        await AddAsync(_old);
        using var generator = new WordVectors(48, "old") { FailsAfter = 0 };

        await ReembedAsync(new EmbeddingModel(generator));

        Assert.NotEmpty(await NearAsync(_old));
    }

    [Fact]
    public async Task A_reader_that_stays_open_sees_the_new_vectors()
    {
        await AddAsync(_old);
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        var changed = WordVectors.Model(32, "new");
        Assert.NotEmpty((await library.SearchAsync(await RequestAsync(_old), Token)).Dense);

        await ReembedAsync(changed);

        Assert.NotEmpty((await library.SearchAsync(await RequestAsync(changed), Token)).Dense);
        var error = await Assert.ThrowsAsync<IndexIncompatibleException>(async () => await library.SearchAsync(await RequestAsync(_old), Token));
        Assert.Contains("paperchat-ingest reembed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_without_vectors_gets_them_and_loses_them()
    {
        await AddAsync(model: null);
        Assert.Null(await ModelAsync());

        await ReembedAsync(_old);
        Assert.NotEmpty(await NearAsync(_old));

        await ReembedAsync(null);
        Assert.Null(await ModelAsync());
        Assert.Empty(await NearAsync(_old));
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
    }

    [Fact]
    public async Task Opening_with_another_model_names_both_and_the_way_out()
    {
        await AddAsync(_old);
        var other = WordVectors.Model(48, "other");

        var write = await Assert.ThrowsAsync<IndexIncompatibleException>(() => EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, other, Token));
        var read = await Assert.ThrowsAsync<IndexIncompatibleException>(() => EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, other.Info, Token));

        Assert.All([write, read], e => Assert.Matches("old .*other .*paperchat-ingest reembed", e.Message));
    }

    [Fact]
    public async Task Damaged_vectors_are_found_and_made_anew()
    {
        await AddAsync(_old);
        var file = Directory.EnumerateFiles(_folder.Path, "*.vec").First();
        var bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[^5] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);

        Assert.NotEmpty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        await EmbeddedLibraryMaintenance.CompactAsync(_folder.Path, TimeProvider.System, _old, Token);

        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        Assert.NotEmpty(await NearAsync(_old));
    }

    private async Task AddAsync(EmbeddingModel? model)
    {
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, model, Token);
        var entries = SyntheticPapers.Make(Papers, seed: 31).Select(p => new PaperEntry
        {
            Paper = p,
            Chunks = [new Chunk(0, PaperField.Abstract, 0, p.Abstract.Length)],
            Provenance = new Provenance("test", "reembedding", 1),
        });
        await writer.UpsertAsync([.. entries], Token);
        await writer.CommitAsync(Token);
    }

    private Task ReembedAsync(EmbeddingModel? model) =>
        EmbeddedLibraryMaintenance.ReembedAsync(_folder.Path, TimeProvider.System, model, progress: null, Token);

    private async Task<EmbeddingModelInfo?> ModelAsync()
    {
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        return (await library.GetManifestAsync(Token)).EmbeddingModel;
    }

    private async Task<IReadOnlyList<Candidate>> NearAsync(EmbeddingModel model)
    {
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        return (await library.SearchAsync(await RequestAsync(model), Token)).Dense;
    }

    private static async Task<SearchRequest> RequestAsync(EmbeddingModel model)
    {
        var words = SyntheticPapers.Questions(1, seed: 32).First();
        return new SearchRequest { Vector = (await model.EmbedAsync([words], Token))[0], VectorModel = model.Info };
    }
}
