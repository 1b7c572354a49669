using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>
/// A tokenizer as Hugging Face's <c>tokenizers</c> stores it in <c>tokenizer.json</c>: added tokens, normalizer, pre-tokenizer, model.
/// Special tokens are never put around a text. Safe for many threads.
/// </summary>
internal sealed class Tokenizer
{
    private readonly Func<string, string> _normalize;
    private readonly PreTokenizers.Cut _cut;
    private readonly TokenModel _model;
    private readonly AddedTokens _given;
    private readonly AddedTokens _normalized;
    private readonly int _mostIds;

    /// <summary>Reads the file's root; malformed parts throw what <see cref="JsonElement"/> throws, or <see cref="FormatException"/>.</summary>
    public Tokenizer(JsonElement root)
    {
        var added = TokenizerJson.Part(root, "added_tokens");
        _normalize = Normalizers.Read(TokenizerJson.Part(root, "normalizer"));
        _cut = PreTokenizers.Read(TokenizerJson.Part(root, "pre_tokenizer"));
        _model = TokenModel.Read(root.GetProperty("model"));
        _given = new AddedTokens(added, normalized: false, _normalize);
        _normalized = new AddedTokens(added, normalized: true, _normalize);
        _mostIds = TokenizerJson.Part(root, "truncation")?.GetProperty("max_length").GetInt32() ?? int.MaxValue;

        var vocabulary = new Dictionary<string, int>(_model.Vocabulary, StringComparer.Ordinal);
        foreach (var token in TokenizerJson.Items(added))
        {
            vocabulary[token.GetProperty("content").GetString()!] = token.GetProperty("id").GetInt32();
        }

        if (vocabulary.Count == 0 || vocabulary.Values.Min() < 0)
        {
            throw new FormatException("the vocabulary is empty or has a negative id");
        }

        LargestId = vocabulary.Values.Max();
        MedianTokenLength = Median([.. vocabulary.Keys.Select(LettersOf)]);
        UnknownId = _model.UnknownToken is { } unknown && vocabulary.TryGetValue(unknown, out var id) ? id : -1;
    }

    public int LargestId { get; }

    /// <summary>The median number of code points of the tokens, rounded down.</summary>
    public int MedianTokenLength { get; }

    /// <summary>The id that stands for what the model does not know; -1 when there is none to be left out.</summary>
    public int UnknownId { get; }

    public List<int> Encode(string text)
    {
        var ids = new List<int>(text.Length / 4);
        foreach (var (piece, id) in _given.Cut(new Piece(text.AsMemory(), First: true)))
        {
            if (id >= 0)
            {
                ids.Add(id);
                continue;
            }

            var normalized = piece with { Text = _normalize(piece.Text.ToString()).AsMemory() };
            foreach (var (part, addedId) in _normalized.Cut(normalized))
            {
                EncodePart(part, addedId, ids);
            }
        }

        if (ids.Count > _mostIds)
        {
            ids.RemoveRange(_mostIds, ids.Count - _mostIds);
        }

        return ids;
    }

    private void EncodePart(Piece part, int addedId, List<int> ids)
    {
        if (addedId >= 0)
        {
            ids.Add(addedId);
            return;
        }

        var words = new List<Piece>();
        _cut(part, words);
        foreach (var word in words)
        {
            _model.Encode(word.Text.Span, ids);
        }
    }

    private static int Median(int[] lengths)
    {
        Array.Sort(lengths);
        return (lengths[(lengths.Length - 1) / 2] + lengths[lengths.Length / 2]) / 2;
    }

    private static int LettersOf(string token)
    {
        var letters = 0;
        foreach (var _ in token.EnumerateRunes())
        {
            letters++;
        }

        return letters;
    }
}
