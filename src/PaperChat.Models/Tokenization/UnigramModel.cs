using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>SentencePiece's unigram model: the cut of the text whose tokens have the highest sum of scores.</summary>
internal sealed class UnigramModel : TokenModel
{
    // SentencePiece's penalty for a letter that no token covers, below the lowest score.
    private const double UnknownPenalty = 10;

    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly double[] _scores;
    private readonly PrefixTable _prefixes;
    private readonly int? _unknown;
    private readonly double _unknownScore;
    private readonly int[]? _bytes;

    public UnigramModel(JsonElement model)
    {
        var vocabulary = model.GetProperty("vocab");
        _scores = new double[vocabulary.GetArrayLength()];
        var next = 0;
        foreach (var token in vocabulary.EnumerateArray())
        {
            _tokens[token[0].GetString()!] = next;
            _scores[next++] = token[1].GetDouble();
        }

        _lookup = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = new PrefixTable(_tokens);
        _unknown = TokenizerJson.Part(model, "unk_id")?.GetInt32();
        _unknownScore = _scores.Min() - UnknownPenalty;
        _bytes = TokenizerJson.Flag(model, "byte_fallback", false) ? ByteFallback.Read(_tokens) : null;
        if (_unknown >= _scores.Length)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"unk_id {_unknown} is beyond the vocabulary"));
        }
    }

    public override IReadOnlyDictionary<string, int> Vocabulary => _tokens;

    // The reference leaves out unknown tokens by the model's unk_token, which unigram models do not have: theirs stay in the sum.
    public override string? UnknownToken => null;

    public override void Encode(ReadOnlySpan<char> word, List<int> ids)
    {
        if (word.IsEmpty)
        {
            return;
        }

        var best = BestCuts(word);
        var path = new List<int>();
        for (var end = word.Length; end > 0; end = best[end].Start)
        {
            path.Add(end);
        }

        path.Reverse();
        Emit(word, best, path, ids);
    }

    private (double Score, int Start, int Id)[] BestCuts(ReadOnlySpan<char> word)
    {
        var best = new (double Score, int Start, int Id)[word.Length + 1];
        Array.Fill(best, (0, -1, -1), 1, word.Length);
        for (var start = 0; start < word.Length;)
        {
            Rune.DecodeFromUtf16(word[start..], out _, out var letter);
            var covered = false;
            for (var tokens = _prefixes.Of(word[start..]); tokens.MoveNext();)
            {
                Offer(best, start, start + tokens.Length, _scores[tokens.Id], tokens.Id);
                covered |= tokens.Length == letter;
            }

            if (!covered)
            {
                Offer(best, start, start + letter, _unknownScore, -1);
            }

            start += letter;
        }

        return best;
    }

    private static void Offer((double Score, int Start, int Id)[] best, int start, int end, double score, int id)
    {
        score += best[start].Score;
        if (best[end].Start < 0 || score > best[end].Score)
        {
            best[end] = (score, start, id);
        }
    }

    // Unknown letters in a row are one token.
    private void Emit(ReadOnlySpan<char> word, (double Score, int Start, int Id)[] best, List<int> path, List<int> ids)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var (_, start, id) = best[path[i]];
            if (id >= 0 && id != _unknown)
            {
                ids.Add(id);
                continue;
            }

            while (i + 1 < path.Count && best[path[i + 1]].Id is var next && (next < 0 || next == _unknown))
            {
                i++;
            }

            EmitUnknown(word[start..path[i]], ids);
        }
    }

    private void EmitUnknown(ReadOnlySpan<char> letters, List<int> ids)
    {
        if (_lookup.TryGetValue(letters, out var id))
        {
            ids.Add(id);
        }
        else if (_bytes is not null)
        {
            ByteFallback.Encode(letters, _bytes, ids);
        }
        else if (_unknown is { } unknown)
        {
            ids.Add(unknown);
        }
    }
}
