using System.Buffers;
using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>Tokens that are found in the text before the model sees it, the longest first, such as <c>[PAD]</c>.</summary>
internal sealed class AddedTokens
{
    private readonly Dictionary<char, List<Entry>> _byFirst = [];
    private readonly SearchValues<char> _firsts;

    private sealed record Entry(string Content, int Id, bool SingleWord, bool TakesLeft, bool TakesRight);

    /// <param name="tokens">The array <c>added_tokens</c>.</param>
    /// <param name="normalized">Which of them: those that are searched in the normalised text, or those in the text as given.</param>
    /// <param name="normalize">What their own text goes through in the first case.</param>
    public AddedTokens(JsonElement? tokens, bool normalized, Func<string, string> normalize)
    {
        foreach (var token in TokenizerJson.Items(tokens))
        {
            if (TokenizerJson.Flag(token, "normalized", !TokenizerJson.Flag(token, "special", false)) != normalized)
            {
                continue;
            }

            var content = token.GetProperty("content").GetString()!;
            content = normalized ? normalize(content) : content;
            if (content.Length > 0)
            {
                Add(new Entry(content, token.GetProperty("id").GetInt32(), TokenizerJson.Flag(token, "single_word", false),
                    TokenizerJson.Flag(token, "lstrip", false), TokenizerJson.Flag(token, "rstrip", false)));
            }
        }

        _firsts = SearchValues.Create([.. _byFirst.Keys]);
    }

    /// <summary>Cuts a piece: each part is text without added tokens (id -1), or one added token.</summary>
    public IEnumerable<(Piece Piece, int Id)> Cut(Piece piece)
    {
        var start = 0;
        foreach (var (from, to, id) in Find(piece.Text))
        {
            if (from > start)
            {
                yield return (new Piece(piece.Text[start..from], piece.First && start == 0), -1);
            }

            yield return (new Piece(piece.Text[from..to], piece.First && from == 0), id);
            start = to;
        }

        if (start < piece.Text.Length)
        {
            yield return (new Piece(piece.Text[start..], piece.First && start == 0), -1);
        }
    }

    private void Add(Entry entry)
    {
        if (!_byFirst.TryGetValue(entry.Content[0], out var entries))
        {
            _byFirst[entry.Content[0]] = entries = [];
        }

        var at = entries.FindIndex(e => e.Content.Length < entry.Content.Length);
        entries.Insert(at < 0 ? entries.Count : at, entry);
    }

    private List<(int From, int To, int Id)> Find(ReadOnlyMemory<char> memory)
    {
        var found = new List<(int From, int To, int Id)>();
        var text = memory.Span;
        for (var at = 0; text[at..].IndexOfAny(_firsts) is var next and >= 0;)
        {
            at += next;
            if (EntryAt(text, at) is not { } entry)
            {
                at++;
                continue;
            }

            var end = at + entry.Content.Length;
            if (!entry.SingleWord || StandsAlone(text, at, end))
            {
                var from = entry.TakesLeft ? text[..at].TrimEnd().Length : at;
                end = entry.TakesRight ? text.Length - text[end..].TrimStart().Length : end;
                found.Add((Math.Max(from, found.Count > 0 ? found[^1].To : 0), end, entry.Id));
            }

            at = end;
        }

        return found;
    }

    private Entry? EntryAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var entry in _byFirst[text[at]])
        {
            if (text[at..].StartsWith(entry.Content))
            {
                return entry;
            }
        }

        return null;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int from, int to) =>
        (from == 0 || !UnicodeProperties.IsWordCharacter(text[from - 1])) && (to == text.Length || !UnicodeProperties.IsWordCharacter(text[to]));
}
