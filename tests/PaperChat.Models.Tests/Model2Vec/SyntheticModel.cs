using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.Models.Tests.Model2Vec;

/// <summary>A Model2Vec folder of a few words, whose parts a test can replace.</summary>
internal sealed class SyntheticModel : IDisposable
{
    public const string Words = """
        {"model": {"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, "red": 1, "green": 2, "##ish": 3}},
         "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"}}
        """;

    public static readonly float[] Rows = [9, 9, 3, 0, 0, 4, 1, 1];

    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Name, string Type, int[] Shape, byte[] Data)> _tensors = [];

    public string Path => _folder.Path;

    public static SyntheticModel WithWords(string config = """{"normalize": false}""") =>
        new SyntheticModel().File("tokenizer.json", Words).File("config.json", config).Tensor("embeddings", "F32", [4, 2], Rows);

    public SyntheticModel File(string name, string content)
    {
        _folder.Write(name, content);
        return this;
    }

    public SyntheticModel Tensor<T>(string name, string type, int[] shape, T[] values) where T : struct
    {
        _tensors.RemoveAll(t => t.Name == name);
        _tensors.Add((name, type, shape, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));
        var offset = 0;
        var header = _tensors.ToDictionary(
            t => t.Name, t => new { dtype = t.Type, shape = t.Shape, data_offsets = new[] { offset, offset += t.Data.Length } });
        var json = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        System.IO.File.WriteAllBytes(
            _folder.File("model.safetensors"), [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. _tensors.SelectMany(t => t.Data)]);
        return this;
    }

    public float[] Embed(string text)
    {
        using var generator = Model2VecEmbeddingGenerator.Open(Path);
        var vector = new float[generator.Dimension];
        generator.Embed(text, vector);
        return vector;
    }

    public string Refusal() => Assert.Throws<PaperChatException>(() => Model2VecEmbeddingGenerator.Open(Path)).Message;

    public void Dispose() => _folder.Dispose();
}
