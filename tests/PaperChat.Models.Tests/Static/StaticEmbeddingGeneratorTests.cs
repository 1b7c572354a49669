using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Models.Tests.Static;

public sealed class StaticEmbeddingGeneratorTests
{
    private static readonly StaticEmbeddingGenerator Generator = new();

    [Fact]
    public void Vectors_are_those_that_were_made_when_the_model_was_trained()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("models/paperchat-static/test_vectors.json")));

        Assert.NotEmpty(expected.RootElement.EnumerateArray());
        foreach (var entry in expected.RootElement.EnumerateArray())
        {
            var vector = entry.GetProperty("vector").EnumerateArray().Select(v => v.GetSingle()).ToArray();
            AssertNear(vector, Embed(entry.GetProperty("text").GetString()!));
        }
    }

    [Theory]
    [InlineData("Sparse retrieval for long documents", "-0.02353 -0.024265 0.027354 -0.021852 0.0358 0.076193", "0.005907 -0.031912")]
    [InlineData("CONTRASTIVE learning, of sentence-embeddings!", "0.052962 -0.012428 0.006258 -0.076338 -0.006851 -0.089822", "-0.02394 -0.006096")]
    [InlineData("Bayesian optimisation with 3 Gaussian processes", "0.042167 0.057573 -0.064276 -0.015375 0.028165 0.03582", "0.000427 -0.057334")]
    [InlineData("the graph of 2 graphs", "0.037968 0.031999 0.008529 0.01792 -0.039262 -0.116881", "0.018775 -0.047326")]
    public void Vectors_are_the_normalised_sum_of_the_rows_of_distinct_stems_and_pairs(string text, string first, string last)
    {
        var vector = Embed(text);

        AssertNear(Numbers(first), vector[..6]);
        AssertNear(Numbers(last), vector[^2..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("... — !?")]
    [InlineData("the of and a")]
    [InlineData("zzzqqq xxyyz")]
    public void A_text_without_a_known_word_has_the_zero_vector(string text)
    {
        var vector = new float[Generator.Dimension];
        Array.Fill(vector, 7f);

        Generator.Embed(text, vector);

        Assert.All(vector, v => Assert.Equal(0f, v));
    }

    [Theory]
    [InlineData("neural networks neural networks neural", "neural networks neural")]
    [InlineData("NEURAL Networks", "neural networks")]
    [InlineData("neural---networks\n", "neural networks")]
    [InlineData("\u212Aernel methods", "kernel methods")]
    [InlineData("m\u0130xture", "mi xture")]
    public void Case_repetition_and_punctuation_change_nothing(string text, string plain) => Assert.Equal(Embed(plain), Embed(text));

    [Fact]
    public void Neighbours_mean_more_than_the_same_words_apart() =>
        Assert.NotEqual(Embed("language model"), Embed("model language"));

    [Fact]
    public void Words_of_any_length_are_embedded_without_harm()
    {
        var vector = Embed("attention " + new string('y', 200_000) + " " + new string('7', 200_000) + " is needed");

        Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 1e-4);
    }

    [Fact]
    public void Threads_that_share_the_generator_get_the_same_vectors()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => $"graph {i} networks of learning systems number {i % 7} with kernels")];
        float[][] alone = [.. texts.Select(Embed)];
        var together = new float[texts.Length][];

        Parallel.For(0, texts.Length, i => together[i] = Embed(texts[i]));

        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task Batches_come_back_in_order_with_the_name_of_the_model()
    {
        string[] texts = ["speech recognition", "", "protein folding"];

        var embeddings = await Generator.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(texts.Select(Embed), embeddings.Select(e => e.Vector.ToArray()));
        Assert.All(embeddings, e => Assert.Equal("paperchat-static-256", e.ModelId));
    }

    [Fact]
    public async Task Another_dimension_than_the_models_is_refused()
    {
        var failure = await Assert.ThrowsAsync<PaperChatException>(
            () => Generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 128 }, TestContext.Current.CancellationToken));

        Assert.Contains("256", failure.Message);
    }

    [Fact]
    public async Task A_cancelled_batch_stops() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Generator.GenerateAsync(["a"], cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void A_vector_of_the_wrong_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => Generator.Embed("text", new float[255]));

    [Theory]
    [InlineData("neural networks", 1)]
    [InlineData("the neural networks of the zzzqqq xxyyz", 0.5)]
    [InlineData("zzzqqq", 0)]
    [InlineData("the of", 0)]
    [InlineData("", 0)]
    public void Coverage_is_the_share_of_content_words_that_the_model_knows(string text, double share) =>
        Assert.Equal(share, Generator.Coverage(text));

    [Fact]
    public void The_models_hash_is_that_of_its_weights()
    {
        using var stream = typeof(StaticEmbeddingGenerator).Assembly.GetManifestResourceStream("paperchat-static-256.bin")!;
        stream.Position = 128;

        Assert.Equal(new EmbeddingModelInfo("paperchat-static-256", 256, Convert.ToHexStringLower(SHA256.HashData(stream))), Generator.Info);
        Assert.Equal(Generator.Info, Generator.GetService<EmbeddingModelInfo>());
        Assert.Equal(256, Generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions);
    }

    [Fact]
    public void Opening_and_embedding_allocate_next_to_nothing()
    {
        var text = string.Join(' ', Enumerable.Repeat("graph neural networks learn representations of molecules", 40));
        var vector = new float[Generator.Dimension];
        Generator.Embed(text, vector);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Generator.Embed(text, vector);
        var embedding = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(new StaticEmbeddingGenerator());
        var opening = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, embedding);
        Assert.InRange(opening, 1, 1_000_000);
    }

    private static float[] Embed(string text)
    {
        var vector = new float[Generator.Dimension];
        Generator.Embed(text, vector);
        return vector;
    }

    private static float[] Numbers(string text) =>
        [.. text.Split(' ').Select(n => float.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
