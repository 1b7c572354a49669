using System.Numerics.Tensors;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.Models.Tests.Model2Vec;

public sealed class RealModelsTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("hello", 1000));

    [Theory]
    [InlineData("float32", "embeddings_short.json", false)]
    [InlineData("float32", "embeddings_long.json", true)]
    [InlineData("vocab-quantized", "embeddings_vocab_quantized.json", true)]
    public void Vectors_are_those_of_the_reference(string model, string file, bool isLong)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require($"eval/model2vec/{file}")));
        float[] expected = [.. json.RootElement[0].EnumerateArray().Select(v => v.GetSingle())];

        var vector = Embed(model, isLong ? Long : "hello world");

        Assert.Equal(expected.Length, vector.Length);
        Assert.All(expected.Zip(vector), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * 1e-5f));
    }

    [Theory]
    [InlineData("float16", 0.99999f)]
    [InlineData("int8", 0.99f)]
    public void Smaller_rows_give_nearly_the_same_vectors(string model, float similarity)
    {
        foreach (var text in new[] { "hello world", "a naïve Bayes classifier (1990)", "state-of-the-art results!" })
        {
            Assert.InRange(TensorPrimitives.Dot<float>(Embed("float32", text), Embed(model, text)), similarity, 1.00001f);
        }
    }

    [Theory]
    [InlineData("float32")]
    [InlineData("vocab-quantized")]
    public void Text_of_any_kind_has_a_vector(string model)
    {
        var texts = new[] { "", " \t\r\n ", "\u0000\u0001\uFFFD", "\uD800 lone \uDC00", "日本語のテキスト 한국어 עברית", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🧪", new string('a', 100_000), "[PAD] [UNK] ##ing" };

        Assert.All(texts, text => Assert.All(Embed(model, text), v => Assert.True(float.IsFinite(v))));
    }

    [Fact]
    public void Accents_and_case_are_folded_as_the_tokenizer_says() =>
        Assert.Equal(Embed("float32", "uber cafe angstrom"), Embed("float32", "ÜBER Cafe\u0301 Ångström"));

    private static float[] Embed(string model, string text)
    {
        using var generator = Model2VecEmbeddingGenerator.Open(SharedFolder.Require($"eval/model2vec/{model}"));
        var vector = new float[generator.Dimension];
        generator.Embed(text, vector);
        return vector;
    }
}
