using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>The <c>model</c> of a tokenizer: cuts one word into tokens of its vocabulary. Safe for many threads.</summary>
internal abstract class TokenModel
{
    /// <summary>The ids of the tokens by their text.</summary>
    public abstract IReadOnlyDictionary<string, int> Vocabulary { get; }

    /// <summary>The name of the token for what is unknown, when ids of it are to be left out of the sum; else null.</summary>
    public abstract string? UnknownToken { get; }

    /// <summary>Adds the ids of a word's tokens. The word has no lone surrogates.</summary>
    public abstract void Encode(ReadOnlySpan<char> word, List<int> ids);

    public static TokenModel Read(JsonElement model)
    {
        // Files of early versions leave the type out.
        var type = TokenizerJson.Text(model, "type")
            ?? (model.TryGetProperty("merges", out _) ? "BPE" : model.GetProperty("vocab").ValueKind == JsonValueKind.Array ? "Unigram" : "WordPiece");
        return type switch
        {
            "WordPiece" => new WordPieceModel(model),
            "WordLevel" => new WordLevelModel(model),
            "Unigram" => new UnigramModel(model),
            "BPE" => new BytePairModel(model),
            _ => throw TokenizerJson.Unsupported($"the model '{type}'"),
        };
    }

    private protected static Dictionary<string, int> ReadVocabulary(JsonElement model)
    {
        var tokens = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in model.GetProperty("vocab").EnumerateObject())
        {
            tokens[token.Name] = token.Value.GetInt32();
        }

        return tokens;
    }
}
