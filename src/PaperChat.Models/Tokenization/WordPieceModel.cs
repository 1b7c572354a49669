using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>WordPiece: the longest token that begins the word, then the longest that continues it; a word that does not come out is unknown as a whole.</summary>
internal sealed class WordPieceModel : TokenModel
{
    private readonly Dictionary<string, int> _tokens;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _beginnings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;
    private readonly int _unknown;
    private readonly int _longestWord;
    private readonly int _longestToken;

    public WordPieceModel(JsonElement model)
    {
        _tokens = ReadVocabulary(model);
        UnknownToken = TokenizerJson.Text(model, "unk_token") ?? "[UNK]";
        _unknown = _tokens.TryGetValue(UnknownToken, out var id) ? id : throw new FormatException($"the vocabulary lacks '{UnknownToken}'");
        _longestWord = TokenizerJson.Part(model, "max_input_chars_per_word")?.GetInt32() ?? 100;
        var prefix = TokenizerJson.Text(model, "continuing_subword_prefix") ?? "##";
        _beginnings = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuations = _tokens.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(t => t.Key[prefix.Length..], t => t.Value, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _longestToken = _tokens.Keys.Max(t => t.Length);
    }

    public override IReadOnlyDictionary<string, int> Vocabulary => _tokens;

    public override string UnknownToken { get; }

    public override void Encode(ReadOnlySpan<char> word, List<int> ids)
    {
        var before = ids.Count;
        if (LettersOf(word) <= _longestWord && TryEncode(word, ids))
        {
            return;
        }

        ids.RemoveRange(before, ids.Count - before);
        ids.Add(_unknown);
    }

    private bool TryEncode(ReadOnlySpan<char> word, List<int> ids)
    {
        for (var start = 0; start < word.Length;)
        {
            var tokens = start == 0 ? _beginnings : _continuations;
            var length = Math.Min(word.Length - start, _longestToken);
            int id;
            while (!tokens.TryGetValue(word.Slice(start, length), out id))
            {
                if (--length == 0)
                {
                    return false;
                }
            }

            ids.Add(id);
            start += length;
        }

        return true;
    }

    private static int LettersOf(ReadOnlySpan<char> word)
    {
        var letters = word.Length;
        foreach (var c in word)
        {
            letters -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return letters;
    }
}
