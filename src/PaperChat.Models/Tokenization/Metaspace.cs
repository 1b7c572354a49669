using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>SentencePiece's words: spaces become a visible letter, one is put before the text, and words begin with it.</summary>
internal sealed class Metaspace
{
    private readonly char _mark;
    private readonly string _prepend;
    private readonly bool _split;

    public Metaspace(JsonElement part)
    {
        var mark = TokenizerJson.Text(part, "replacement") ?? "\u2581";
        if (mark.Length != 1)
        {
            throw TokenizerJson.Unsupported($"'{mark}' for a space");
        }

        _mark = mark[0];
        _split = TokenizerJson.Flag(part, "split", true);
        _prepend = TokenizerJson.Flag(part, "add_prefix_space", true) ? TokenizerJson.Text(part, "prepend_scheme") ?? "always" : "never";
        if (_prepend is not ("always" or "first" or "never"))
        {
            throw TokenizerJson.Unsupported($"the prepend scheme '{_prepend}'");
        }
    }

    public void Cut(Piece piece, List<Piece> pieces)
    {
        var text = piece.Text.ToString().Replace(' ', _mark);
        if (!text.StartsWith(_mark) && (_prepend == "always" || (_prepend == "first" && piece.First)))
        {
            text = _mark + text;
        }

        piece = piece with { Text = text.AsMemory() };
        if (_split)
        {
            Splitting.Split(piece, rune => rune.Value == _mark, SplitBehavior.MergedWithNext, pieces);
        }
        else
        {
            pieces.Add(piece);
        }
    }
}
