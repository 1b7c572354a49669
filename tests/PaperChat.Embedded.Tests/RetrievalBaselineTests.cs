using PaperChat.Evaluation;
using PaperChat.Library;
using PaperChat.Models;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>The quality of search by words, and by words and vectors, on small public collections, against the figures in <c>tests/baselines/retrieval.json</c>.</summary>
public sealed class RetrievalBaselineTests : IDisposable
{
    // nDCG@10 looks no deeper.
    private const int Depth = 10;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("adi", RetrievalMode.Lexical)]
    [InlineData("adi", RetrievalMode.Hybrid)]
    [InlineData("cacm", RetrievalMode.Lexical)]
    [InlineData("cacm", RetrievalMode.Hybrid)]
    [InlineData("cisi", RetrievalMode.Lexical)]
    [InlineData("cisi", RetrievalMode.Hybrid)]
    [InlineData("cranfield", RetrievalMode.Lexical)]
    [InlineData("cranfield", RetrievalMode.Hybrid)]
    [InlineData("scifact-train", RetrievalMode.Lexical)]
    [InlineData("scifact-train", RetrievalMode.Hybrid)]
    public async Task Retrieval_is_no_worse_than_it_was(string collection, RetrievalMode mode)
    {
        var dataset = await BeirDataset.OpenAsync(SharedFolder.Require("eval/collections/" + collection), null, Token);
        var baselines = await Baselines.LoadAsync(Path.Combine(RepositoryFolder.Path, "tests", "baselines", "retrieval.json"), Token);
        var model = mode == RetrievalMode.Lexical ? null : new EmbeddingModel(new StaticEmbeddingGenerator());
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, model, Token))
        {
            await foreach (var documents in dataset.ReadCorpusAsync(Token).Chunk(1000).WithCancellation(Token))
            {
                await writer.UpsertAsync([.. documents.Select(d => CorpusEntries.Of(d, dataset.CorpusPath!))], Token);
            }

            await writer.CommitAsync(Token);
        }

        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        var search = new PaperSearch(library, TimeProvider.System, model);
        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset,
            mode,
            (query, _, token) => search.RankAsync(new PaperQuery { Text = query, IsLiteral = true, Limit = Depth, Mode = mode }, token),
            Token);

        var check = Assert.Single(baselines.Check(result));
        Assert.True(check.Holds, $"{collection}, {mode}: nDCG@10 was {check.Baseline.Value:F4} and is {check.Measured:F4}.");
    }
}
