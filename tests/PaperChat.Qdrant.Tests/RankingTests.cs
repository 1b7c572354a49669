using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using PaperChat.Embedded;
using PaperChat.Evaluation;
using PaperChat.Library;
using PaperChat.Models;
using PaperChat.Qdrant.Points;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

/// <summary>That a search ranks on a server as in a folder: the figures of all small collections are in docs/decisions/0021.</summary>
public sealed class RankingTests : IAsyncDisposable
{
    private const double MostApart = 0.01;

    // Scores are single floats on the server: what is as good as equal may change places.
    private const double Rounding = 0.001;

    private readonly TestCollection _collection = new();
    private readonly TemporaryFolder _folder = new();
    private readonly StaticEmbeddingGenerator _generator = new();
    private readonly ByteVectors _bytes;
    private EmbeddingModel _model;

    public RankingTests()
    {
        _bytes = new ByteVectors(_generator);
        _model = new EmbeddingModel(_generator);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _bytes.Dispose();
        _folder.Dispose();
        await _collection.DisposeAsync();
    }

    /// <summary>Other collections of the shared folder, with commas between them, in place of the smallest one.</summary>
    public static TheoryData<string, RetrievalMode> Collections
    {
        get
        {
            var data = new TheoryData<string, RetrievalMode>();
            foreach (var name in (Environment.GetEnvironmentVariable("PAPERCHAT_RANKED") ?? "adi").Split(','))
            {
                data.Add(name, RetrievalMode.Lexical);
                data.Add(name, RetrievalMode.Hybrid);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_public_collection_is_ranked_as_well_as_in_a_folder(string name, RetrievalMode mode)
    {
        var dataset = await OpenAsync(name);
        await using var folder = await FillFolderAsync(dataset);
        var expected = await MeasureAsync(folder, dataset, mode);

        var actual = await MeasureOnServerAsync(dataset, mode, averageLength: null);

        TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant($"{name} {mode}: folder {expected:F4}, server {actual:F4}"));
        Assert.True(expected > 0.4);
        Assert.Equal(expected, actual, MostApart);
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task With_the_folders_mean_length_its_vectors_of_bytes_and_without_its_list_of_words_the_figure_is_the_same(string name, RetrievalMode mode)
    {
        var dataset = await OpenAsync(name);
        var length = await MeanLengthAsync(dataset);
        _model = new EmbeddingModel(_bytes);
        await using var folder = await FillFolderAsync(dataset);
        await using var wordless = new WordlessLibrary(folder);
        var expected = await MeasureAsync(wordless, dataset, mode);

        var actual = await MeasureOnServerAsync(dataset, mode, length);

        TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant($"{name} {mode}: folder without words {expected:F4}, server with mean length {length:F1} {actual:F4}"));
        Assert.Equal(expected, actual, Rounding);
    }

    private async Task<IPaperLibrary> FillFolderAsync(BeirDataset dataset)
    {
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, _model, Token))
        {
            await FillAsync(writer, dataset);
        }

        return await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
    }

    private async Task<double> MeasureOnServerAsync(BeirDataset dataset, RetrievalMode mode, double? averageLength)
    {
        var options = await _collection.OptionsAsync() with { AverageLength = averageLength };
        await using (var writer = await QdrantLibraryWriter.OpenAsync(options, TimeProvider.System, _model, isTrial: false, Token))
        {
            await FillAsync(writer, dataset);
        }

        await using var library = await QdrantLibrary.OpenAsync(options, TimeProvider.System, _model.Info, Token);
        return await MeasureAsync(library, dataset, mode);
    }

    private static Task<BeirDataset> OpenAsync(string name) => BeirDataset.OpenAsync(SharedFolder.Require($"eval/collections/{name}"), null, Token);

    private static async Task<double> MeanLengthAsync(BeirDataset dataset)
    {
        var entries = await dataset.ReadCorpusAsync(Token).Select(d => CorpusEntries.Of(d, dataset.CorpusPath!)).ToArrayAsync(Token);
        return ChunkTerms.AverageLength(entries.Select(e => new PaperContent { Paper = e.Paper, Chunks = e.Chunks, Records = [], Hash = "" }));
    }

    private static async Task FillAsync(IPaperLibraryWriter writer, BeirDataset dataset)
    {
        await foreach (var documents in dataset.ReadCorpusAsync(Token).Chunk(500).WithCancellation(Token))
        {
            await writer.UpsertAsync([.. documents.Select(d => CorpusEntries.Of(d, dataset.CorpusPath!))], Token);
        }

        await writer.CommitAsync(Token);
    }

    private async Task<double> MeasureAsync(IPaperLibrary library, BeirDataset dataset, RetrievalMode mode)
    {
        var search = new PaperSearch(library, TimeProvider.System, _model);
        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset, mode, async (query, limit, token) => await search.RankAsync(new PaperQuery { Text = query, Limit = limit, Mode = mode, IsLiteral = true }, token), Token);
        return result.Metrics.NdcgAt10;
    }

    private sealed class WordlessLibrary(IPaperLibrary inner) : ForwardingLibrary(inner)
    {
        public override Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SimilarWord>>([]);
    }

    // Vectors that lose nothing when a folder keeps them in a byte a number.
    private sealed class ByteVectors(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            [.. (await base.GenerateAsync(values, options, cancellationToken)).Select(e => new Embedding<float>(Rounded(e.Vector.ToArray())))];

        private static float[] Rounded(float[] vector)
        {
            var scale = MathF.Abs(TensorPrimitives.MaxMagnitude<float>(vector)) / sbyte.MaxValue;
            return scale > 0 ? [.. vector.Select(v => MathF.Round(v / scale) * scale)] : vector;
        }
    }
}
