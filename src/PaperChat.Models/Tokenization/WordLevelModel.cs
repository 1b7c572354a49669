using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>Whole words, nothing smaller.</summary>
internal sealed class WordLevelModel : TokenModel
{
    private readonly Dictionary<string, int> _tokens;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordLevelModel(JsonElement model)
    {
        _tokens = ReadVocabulary(model);
        _lookup = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        UnknownToken = TokenizerJson.Text(model, "unk_token");
    }

    public override IReadOnlyDictionary<string, int> Vocabulary => _tokens;

    public override string? UnknownToken { get; }

    public override void Encode(ReadOnlySpan<char> word, List<int> ids)
    {
        if (_lookup.TryGetValue(word, out var id) || (UnknownToken is not null && _tokens.TryGetValue(UnknownToken, out id)))
        {
            ids.Add(id);
        }
    }
}
