namespace PaperChat.Models.Tests.Model2Vec;

public sealed class Model2VecEmbeddingGeneratorTests
{
    [Theory]
    [InlineData("red", 3, 0)]
    [InlineData("Red green", 1.5f, 2)]
    [InlineData("greenish", 0.5f, 2.5f)]
    [InlineData("red blue", 3, 0)]
    [InlineData("blue", 0, 0)]
    [InlineData("", 0, 0)]
    public void A_vector_is_the_mean_of_the_known_tokens_rows(string text, float x, float y)
    {
        using var model = SyntheticModel.WithWords();

        Assert.Equal([x, y], model.Embed(text));
    }

    [Fact]
    public void The_configuration_decides_whether_vectors_have_length_one()
    {
        using var plain = SyntheticModel.WithWords("{}");
        using var unit = SyntheticModel.WithWords("""{"normalize": true}""");

        Assert.Equal([1.5f, 2f], plain.Embed("red green"));
        Assert.Equal([0.6f, 0.8f], unit.Embed("red green"));
        Assert.Equal([0f, 0f], unit.Embed("blue"));
    }

    [Fact]
    public void Rows_may_be_halves_or_bytes()
    {
        using var model = SyntheticModel.WithWords();

        model.Tensor("embeddings", "F16", [4, 2], Array.ConvertAll(SyntheticModel.Rows, v => (Half)v));
        Assert.Equal([1.5f, 2f], model.Embed("red green"));

        model.Tensor("embeddings", "I8", [4, 2], Array.ConvertAll(SyntheticModel.Rows, v => (sbyte)-v));
        Assert.Equal([-1.5f, -2f], model.Embed("red green"));
    }

    [Theory]
    [InlineData("F64")]
    [InlineData("F32")]
    [InlineData("F16")]
    public void A_vocabulary_quantised_model_shares_rows_and_weighs_tokens(string type)
    {
        using var model = SyntheticModel.WithWords();
        double[] weights = [1, 2, 0.5, 1];
        model.Tensor("embeddings", "F32", [2, 2], [1f, 0, 0, 8]).Tensor("mapping", "I32", [4], [0, 0, 1, 0]);
        _ = type switch
        {
            "F64" => model.Tensor("weights", type, [4], weights),
            "F32" => model.Tensor("weights", type, [4], Array.ConvertAll(weights, w => (float)w)),
            _ => model.Tensor("weights", type, [4], Array.ConvertAll(weights, w => (Half)w)),
        };

        Assert.Equal([1f, 2f], model.Embed("red green"));
    }

    [Fact]
    public void Row_numbers_may_be_of_64_bits()
    {
        using var model = SyntheticModel.WithWords();
        model.Tensor("embeddings", "F32", [1, 2], [5f, 6]).Tensor("mapping", "I64", [4], [0L, 0, 0, 0]);

        Assert.Equal([5f, 6f], model.Embed("red"));
    }

    [Fact]
    public void Text_behind_the_first_512_median_lengths_is_not_read()
    {
        // The median of 5, 3, 5 and 5 letters is 5: 2,560 letters are read.
        using var model = SyntheticModel.WithWords();

        Assert.Equal([0f, 0f], model.Embed(new string(' ', 2560) + "red"));
        Assert.Equal([3f, 0f], model.Embed(new string(' ', 2557) + "red"));
    }

    [Fact]
    public void Tokens_behind_the_first_512_known_ones_are_left_out()
    {
        using var model = SyntheticModel.WithWords();
        var text = string.Join(' ', Enumerable.Repeat("blue", 20).Concat(Enumerable.Repeat("red", 512)).Append("green"));

        Assert.Equal([3f, 0f], model.Embed(text));
    }

    [Theory]
    [InlineData("red green", 1)]
    [InlineData("red blue greenish pink", 0.6)]
    [InlineData("", 0)]
    public void Coverage_is_the_share_of_known_tokens(string text, double share)
    {
        using var model = SyntheticModel.WithWords();
        using var generator = Model2VecEmbeddingGenerator.Open(model.Path);

        Assert.Equal(share, generator.Coverage(text));
    }

    [Fact]
    public void The_hash_changes_with_each_of_the_files()
    {
        using var model = SyntheticModel.WithWords();
        var hashes = new List<string> { HashOf(model) };

        model.File("config.json", """{"normalize": true}""");
        hashes.Add(HashOf(model));
        model.File("tokenizer.json", SyntheticModel.Words.Replace("Lowercase", "NFC"));
        hashes.Add(HashOf(model));
        model.Tensor("embeddings", "F32", [4, 2], [0f, 0, 0, 0, 0, 0, 0, 0]);
        hashes.Add(HashOf(model));

        Assert.Equal(4, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Equal(64, hash.Length));
    }

    [Fact]
    public void The_model_has_the_name_of_its_folder()
    {
        using var model = SyntheticModel.WithWords();
        using var generator = Model2VecEmbeddingGenerator.Open(model.Path + Path.DirectorySeparatorChar);

        Assert.Equal(Path.GetFileName(model.Path), generator.Info.Name);
        Assert.Equal(2, generator.Dimension);
    }

    private static string HashOf(SyntheticModel model)
    {
        using var generator = Model2VecEmbeddingGenerator.Open(model.Path);
        return generator.Info.Hash;
    }
}
