namespace PaperChat.Models.Tests.Model2Vec;

public sealed class DamagedFoldersTests
{
    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("tokenizer.json")]
    [InlineData("config.json")]
    public void A_missing_file_is_named(string name)
    {
        using var model = SyntheticModel.WithWords();
        File.Delete(Path.Combine(model.Path, name));

        Assert.Contains(Path.Combine(model.Path, name), model.Refusal());
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var failure = Assert.Throws<PaperChatException>(() => Model2VecEmbeddingGenerator.Open(Path.Combine(Path.GetTempPath(), "no-such-model")));

        Assert.Contains("no-such-model", failure.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(-1)]
    [InlineData(-32)]
    public void Tensors_that_are_cut_short_are_refused(int length)
    {
        using var model = SyntheticModel.WithWords();
        var path = Path.Combine(model.Path, "model.safetensors");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);

        Assert.Contains("model.safetensors", model.Refusal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"model": null}""")]
    [InlineData("""{"model": {"type": "WordPiece", "vocab": {}}}""")]
    [InlineData("""{"model": {"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"a": 0}}}""")]
    [InlineData("""{"model": {"type": "WordPiece", "vocab": {"[UNK]": "zero"}}}""")]
    [InlineData("""{"model": {"type": "WordLevel", "vocab": {"a": -1}}}""")]
    [InlineData("""{"model": {"type": "Unigram", "vocab": []}}""")]
    [InlineData("""{"model": {"type": "Unigram", "vocab": [["a"]]}}""")]
    [InlineData("""{"model": {"type": "Unigram", "unk_id": 3, "vocab": [["a", 0.0]]}}""")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b"]}}""")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": ["a"]}}""")]
    [InlineData("""{"model": {"type": "WordLevel", "vocab": {"a": 0}}, "normalizer": {"type": "Precompiled", "precompiled_charsmap": "AAAA"}}""")]
    [InlineData("""{"model": {"type": "WordLevel", "vocab": {"a": 0}}, "normalizer": {"type": "Precompiled", "precompiled_charsmap": "%%"}}""")]
    public void A_damaged_tokenizer_is_refused(string json)
    {
        using var model = SyntheticModel.WithWords().File("tokenizer.json", json);

        Assert.Contains("tokenizer.json", model.Refusal());
    }

    [Theory]
    [InlineData("""{"type": "Unheard"}""", "null", "the normalizer 'Unheard'")]
    [InlineData("""{"type": "Replace", "pattern": {"Regex": "(unclosed"}, "content": ""}""", "null", "'(unclosed'")]
    [InlineData("null", """{"type": "UnicodeScripts"}""", "the pre-tokenizer 'UnicodeScripts'")]
    [InlineData("null", """{"type": "Metaspace", "prepend_scheme": "last"}""", "the prepend scheme 'last'")]
    [InlineData("null", """{"type": "Punctuation", "behavior": "Burned"}""", "the split behaviour 'Burned'")]
    public void What_cannot_be_reproduced_is_refused_by_name(string normalizer, string preTokenizer, string what)
    {
        using var model = SyntheticModel.WithWords().File("tokenizer.json",
            $$"""{"model": {"type": "WordLevel", "vocab": {"a": 0} }, "normalizer": {{normalizer}}, "pre_tokenizer": {{preTokenizer}} }""");

        Assert.Contains(what, model.Refusal());
    }

    [Theory]
    [InlineData("\"type\": \"BPE\", \"continuing_subword_prefix\": \"##\", \"merges\": []", "prefix")]
    [InlineData("\"type\": \"BPE\", \"dropout\": 0.1, \"merges\": []", "dropout")]
    [InlineData("\"type\": \"Neural\"", "Neural")]
    public void Models_that_cannot_be_reproduced_are_refused_by_name(string options, string what)
    {
        using var model = SyntheticModel.WithWords().File("tokenizer.json", $$"""{"model": { {{options}}, "vocab": {"a": 0} } }""");

        Assert.Contains(what, model.Refusal());
    }

    [Fact]
    public void Tensors_of_another_model_are_refused()
    {
        using var model = SyntheticModel.WithWords();

        model.Tensor("embeddings", "F32", [2, 4], SyntheticModel.Rows);
        Assert.Contains("different models", model.Refusal());

        model.Tensor("embeddings", "F32", [8], SyntheticModel.Rows);
        Assert.Contains("1 axes", model.Refusal());

        model.Tensor("embeddings", "BF16", [4, 4], SyntheticModel.Rows);
        Assert.Contains("no tensor 'embeddings'", model.Refusal());

        model.Tensor("embeddings", "F32", [4, 2], SyntheticModel.Rows).Tensor("mapping", "I32", [4], [0, 1, 2, 4]);
        Assert.Contains("different models", model.Refusal());
    }

    [Fact]
    public void A_configuration_that_is_no_object_is_refused()
    {
        using var model = SyntheticModel.WithWords("[");

        Assert.Contains("config.json", model.Refusal());
    }
}
