using System.Security.Cryptography;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Models.Tokenization;

namespace PaperChat.Models.Model2Vec;

/// <summary>What the three files of a Model2Vec folder hold, read and checked against each other.</summary>
internal sealed record Model2VecFolder(EmbeddingModelInfo Info, Tokenizer Tokenizer, Tensor Embeddings, float[]? Weights, int[]? Mapping, bool Normalize)
{
    private const string TensorsFile = "model.safetensors";
    private const string TokenizerFile = "tokenizer.json";
    private const string ConfigFile = "config.json";

    /// <exception cref="PaperChatException">A file is missing, damaged, of another kind of model, or needs what PaperChat does not have.</exception>
    public static Model2VecFolder Read(string folder)
    {
        var tensorBytes = ReadFile(folder, TensorsFile);
        var tokenizerBytes = ReadFile(folder, TokenizerFile);
        var configBytes = ReadFile(folder, ConfigFile);
        var normalize = Parse(folder, ConfigFile, () =>
        {
            using var config = JsonDocument.Parse(configBytes);
            return TokenizerJson.Flag(config.RootElement, "normalize", false);
        });
        var tokenizer = Parse(folder, TokenizerFile, () =>
        {
            using var json = JsonDocument.Parse(tokenizerBytes);
            return new Tokenizer(json.RootElement);
        });
        var (embeddings, weights, mapping) = Parse(folder, TensorsFile, () => ReadTensors(tensorBytes, tokenizer.LargestId));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(tensorBytes);
        hash.AppendData(tokenizerBytes);
        hash.AppendData(configBytes);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var info = new EmbeddingModelInfo(name, embeddings.Shape[1], Convert.ToHexStringLower(hash.GetHashAndReset()));
        return new Model2VecFolder(info, tokenizer, embeddings, weights, mapping, normalize);
    }

    private static (Tensor Embeddings, float[]? Weights, int[]? Mapping) ReadTensors(byte[] bytes, int largestId)
    {
        var tensors = new SafeTensors(bytes);
        var embeddings = tensors.Find("embeddings", 2) ?? tensors.Find("embedding.weight", 2)
            ?? throw new FormatException("it holds no tensor 'embeddings' of the type F32, F16 or I8; is this a Model2Vec model?");
        if (embeddings.Type is not (TensorType.F32 or TensorType.F16 or TensorType.I8))
        {
            throw new FormatException($"its embeddings have the type {embeddings.Type} instead of F32, F16 or I8");
        }

        float[]? weights = null;
        if (tensors.Find("weights", 1) is { } stored)
        {
            weights = new float[stored.Shape[0]];
            stored.CopyTo(0, weights);
        }

        var mapping = tensors.Find("mapping", 1)?.ToInts();
        var rows = embeddings.Shape[0];
        if (largestId >= (mapping?.Length ?? rows) || largestId >= (weights?.Length ?? int.MaxValue) || mapping?.Any(row => row < 0 || row >= rows) == true)
        {
            throw new FormatException("it has fewer rows than the tokenizer has tokens; the files belong to different models");
        }

        return (embeddings, weights, mapping);
    }

    private static byte[] ReadFile(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PaperChatException(
                $"The embedding model's file {path} is missing. A Model2Vec folder holds {TensorsFile}, {TokenizerFile} and {ConfigFile}; download it whole, or leave the model unset for the built-in one.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PaperChatException($"The embedding model's file {path} cannot be read: {failure.Message}", failure, isTransient: failure is IOException);
        }
    }

    private static T Parse<T>(string folder, string name, Func<T> parse)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return parse();
        }
        catch (PaperChatException failure)
        {
            throw new PaperChatException($"The embedding model in {folder} cannot be used. {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or KeyNotFoundException
            or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new PaperChatException(
                $"The embedding model's file {path} is damaged or of another kind of model: {failure.Message}. Download the folder again, or choose another Model2Vec model.", failure);
        }
    }
}
