using PaperChat.Embedded;
using PaperChat.Evaluation;
using PaperChat.Library;
using PaperChat.Models;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

/// <summary>That a search ranks on a server as in a folder: the figures of all small collections are in docs/decisions/0021.</summary>
public sealed class RankingTests : IAsyncDisposable
{
    private const double MostApart = 0.01;

    private readonly TestCollection _collection = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _collection.DisposeAsync();
    }

    [Theory]
    [InlineData("adi", RetrievalMode.Hybrid)]
    [InlineData("adi", RetrievalMode.Lexical)]
    public async Task A_public_collection_is_ranked_as_well_as_in_a_folder(string name, RetrievalMode mode)
    {
        var dataset = await BeirDataset.OpenAsync(SharedFolder.Require($"eval/collections/{name}"), null, Token);
        using var generator = new StaticEmbeddingGenerator();
        var model = new EmbeddingModel(generator);
        var options = await _collection.OptionsAsync() with { AverageLength = null };
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, model, Token))
        {
            await FillAsync(writer, dataset);
        }

        await using (var writer = await QdrantLibraryWriter.OpenAsync(options, TimeProvider.System, model, isTrial: false, Token))
        {
            await FillAsync(writer, dataset);
        }

        await using var embedded = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        await using var qdrant = await QdrantLibrary.OpenAsync(options, TimeProvider.System, model.Info, Token);
        var expected = await MeasureAsync(embedded, model, dataset, mode);
        var actual = await MeasureAsync(qdrant, model, dataset, mode);

        Assert.True(expected > 0.4);
        Assert.Equal(expected, actual, MostApart);
    }

    private static async Task FillAsync(IPaperLibraryWriter writer, BeirDataset dataset)
    {
        await foreach (var documents in dataset.ReadCorpusAsync(Token).Chunk(500).WithCancellation(Token))
        {
            await writer.UpsertAsync([.. documents.Select(d => CorpusEntries.Of(d, dataset.CorpusPath!))], Token);
        }

        await writer.CommitAsync(Token);
    }

    private static async Task<double> MeasureAsync(IPaperLibrary library, EmbeddingModel model, BeirDataset dataset, RetrievalMode mode)
    {
        var search = new PaperSearch(library, TimeProvider.System, model);
        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset, mode, async (query, limit, token) => await search.RankAsync(new PaperQuery { Text = query, Limit = limit, Mode = mode, IsLiteral = true }, token), Token);
        return result.Metrics.NdcgAt10;
    }
}
