using System.Text;
using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>Byte-pair encoding: letters, then the neighbours that were merged earliest in training are merged first.</summary>
internal sealed class BytePairModel : TokenModel
{
    private readonly Dictionary<string, int> _tokens;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges = [];
    private readonly string _suffix;
    private readonly int? _unknown;
    private readonly bool _fuseUnknown;
    private readonly bool _wholeWords;
    private readonly int[]? _bytes;

    public BytePairModel(JsonElement model)
    {
        if (!string.IsNullOrEmpty(TokenizerJson.Text(model, "continuing_subword_prefix")))
        {
            throw TokenizerJson.Unsupported("byte-pair encoding with a prefix for continuing tokens");
        }

        if (TokenizerJson.Part(model, "dropout")?.GetDouble() > 0)
        {
            throw TokenizerJson.Unsupported("byte-pair encoding with dropout, which is random");
        }

        _tokens = ReadVocabulary(model);
        _lookup = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        _suffix = TokenizerJson.Text(model, "end_of_word_suffix") ?? "";
        _fuseUnknown = TokenizerJson.Flag(model, "fuse_unk", false);
        _wholeWords = TokenizerJson.Flag(model, "ignore_merges", false);
        _bytes = TokenizerJson.Flag(model, "byte_fallback", false) ? ByteFallback.Read(_tokens) : null;
        UnknownToken = TokenizerJson.Text(model, "unk_token");
        _unknown = UnknownToken is null ? null : _tokens.TryGetValue(UnknownToken, out var id) ? id : throw new FormatException($"the vocabulary lacks '{UnknownToken}'");
        foreach (var merge in model.GetProperty("merges").EnumerateArray())
        {
            AddMerge(merge);
        }
    }

    public override IReadOnlyDictionary<string, int> Vocabulary => _tokens;

    public override string? UnknownToken { get; }

    public override void Encode(ReadOnlySpan<char> word, List<int> ids)
    {
        if (_wholeWords && _lookup.TryGetValue(word, out var whole))
        {
            ids.Add(whole);
            return;
        }

        var tokens = Letters(word);
        while (BestMerge(tokens) is var (at, merged) && at >= 0)
        {
            tokens[at] = merged;
            tokens.RemoveAt(at + 1);
        }

        ids.AddRange(tokens);
    }

    private void AddMerge(JsonElement merge)
    {
        var (left, right) = merge.ValueKind == JsonValueKind.Array
            ? (merge[0].GetString()!, merge[1].GetString()!)
            : merge.GetString()!.Split(' ') is [var a, var b] ? (a, b) : throw new FormatException($"a merge is not two tokens: '{merge}'");
        if (!_tokens.TryGetValue(left, out var leftId) || !_tokens.TryGetValue(right, out var rightId) || !_tokens.TryGetValue(left + right, out var merged))
        {
            throw new FormatException($"the merge of '{left}' and '{right}' is not in the vocabulary");
        }

        _merges[(leftId, rightId)] = (_merges.Count, merged);
    }

    private List<int> Letters(ReadOnlySpan<char> word)
    {
        var ids = new List<int>(word.Length);
        var afterUnknown = false;
        for (var start = 0; start < word.Length;)
        {
            Rune.DecodeFromUtf16(word[start..], out _, out var length);
            var letter = word.Slice(start, length);
            start += length;
            var unknown = !(start == word.Length && _suffix.Length > 0 ? TryAdd(string.Concat(letter, _suffix), ids) : TryAdd(letter, ids));
            if (unknown && _unknown is { } id && !(afterUnknown && _fuseUnknown))
            {
                ids.Add(id);
            }

            afterUnknown = unknown;
        }

        return ids;
    }

    private bool TryAdd(ReadOnlySpan<char> letter, List<int> ids)
    {
        if (_lookup.TryGetValue(letter, out var id))
        {
            ids.Add(id);
            return true;
        }

        if (_bytes is null)
        {
            return false;
        }

        ByteFallback.Encode(letter, _bytes, ids);
        return true;
    }

    private (int At, int Merged) BestMerge(List<int> tokens)
    {
        var best = (Rank: int.MaxValue, At: -1, Merged: 0);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (_merges.TryGetValue((tokens[i], tokens[i + 1]), out var merge) && merge.Rank < best.Rank)
            {
                best = (merge.Rank, i, merge.Merged);
            }
        }

        return (best.At, best.Merged);
    }
}
