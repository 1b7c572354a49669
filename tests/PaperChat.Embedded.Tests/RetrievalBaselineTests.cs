using PaperChat.Evaluation;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>The quality of lexical search on small public collections, against the figures in <c>tests/baselines/retrieval.json</c>.</summary>
public sealed class RetrievalBaselineTests : IDisposable
{
    // nDCG@10 looks no deeper, and each further paper costs a snippet.
    private const int Depth = 10;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("adi")]
    [InlineData("cacm")]
    [InlineData("cisi")]
    [InlineData("cranfield")]
    [InlineData("scifact-train")]
    public async Task Retrieval_is_no_worse_than_it_was(string collection)
    {
        var dataset = await BeirDataset.OpenAsync(SharedFolder.Require("eval/collections/" + collection), null, Token);
        var baselines = await Baselines.LoadAsync(Path.Combine(RepositoryFolder.Path, "tests", "baselines", "retrieval.json"), Token);
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, Token))
        {
            await foreach (var documents in dataset.ReadCorpusAsync(Token).Chunk(1000).WithCancellation(Token))
            {
                await writer.UpsertAsync([.. documents.Select(d => CorpusEntries.Of(d, dataset.CorpusPath!))], Token);
            }

            await writer.CommitAsync(Token);
        }

        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        var search = new PaperSearch(library, TimeProvider.System);
        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset,
            RetrievalMode.Lexical,
            async (query, _, token) =>
            {
                var found = await search.SearchAsync(new PaperQuery { Text = query, IsLiteral = true, Limit = Depth, Mode = RetrievalMode.Lexical }, token);
                return [.. found.Hits.Select(h => h.Paper.Id)];
            },
            Token);

        var check = Assert.Single(baselines.Check(result));
        Assert.True(check.Holds, $"{collection}: nDCG@10 was {check.Baseline.Value:F4} and is {check.Measured:F4}.");
    }
}
