using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>
/// Makes sentences of a model's text while it streams. Text is passed on at once, but for the beginning of a key, until it is whole.
/// A sentence is finished when the next one has begun, so that keys behind its stop still belong to it.
/// </summary>
internal sealed partial class DraftSentences
{
    /// <summary>What the model writes when the evidence does not answer.</summary>
    public const string NotAnswered = "NOT_ANSWERED";

    // So much of the next sentence must be there that the splitter does not think again.
    private const int Certain = 16;
    private const int LongestKey = 16;
    private const string ThoughtBegins = "<think>";
    private const string ThoughtEnds = "</think>";

    private readonly StringBuilder _arrived = new();
    private readonly StringBuilder _open = new();
    private bool _isBegun;

    // The white space before the open text went with the sentence before it.
    private bool _isGap;
    private bool _isThinking;

    /// <summary>True once the model said that the evidence does not answer, and nothing else.</summary>
    public bool IsDeclined { get; private set; }

    public IEnumerable<DraftPiece> Add(string text)
    {
        _arrived.Append(Plain(text));
        return Release(isEnd: false);
    }

    /// <summary>The rest; of a text that broke off only what ends with a stop.</summary>
    public IEnumerable<DraftPiece> End(bool isWhole)
    {
        foreach (var piece in Release(isEnd: true))
        {
            yield return piece;
        }

        while (!IsDeclined && Take(isEnd: true, isWhole) is { } sentence)
        {
            yield return sentence;
        }
    }

    private List<DraftPiece> Release(bool isEnd)
    {
        List<DraftPiece> pieces = [];
        if (IsDeclined || (!_isBegun && !Begin(isEnd, pieces)))
        {
            return pieces;
        }

        var text = _arrived.ToString();
        var ready = isEnd ? text.Length : WithoutOpenKey(text);
        if (ready > 0)
        {
            _arrived.Remove(0, ready);
            _open.Append(text, 0, ready);
            pieces.Add(new DraftPiece.Text(text[..ready]));
        }

        while (Take(isEnd: false, isWhole: false) is { } sentence)
        {
            pieces.Add(sentence);
        }

        return pieces;
    }

    // Nothing is shown before it is clear that it is an answer: no thoughts, and not the word for none.
    private bool Begin(bool isEnd, List<DraftPiece> pieces)
    {
        var text = _arrived.ToString().TrimStart();
        if (_isThinking || text.StartsWith(ThoughtBegins, StringComparison.Ordinal))
        {
            var end = text.IndexOf(ThoughtEnds, StringComparison.Ordinal);
            _isThinking = end < 0;
            _arrived.Clear();
            _arrived.Append(end < 0 ? (text.Length > ThoughtEnds.Length ? text[^ThoughtEnds.Length..] : text) : text[(end + ThoughtEnds.Length)..]);
            return end >= 0 && Begin(isEnd, pieces);
        }

        if (text.StartsWith(NotAnswered, StringComparison.Ordinal))
        {
            IsDeclined = true;
            pieces.Add(new DraftPiece.NoAnswer());
            return false;
        }

        if (text.Length == 0 || (!isEnd && (NotAnswered.StartsWith(text, StringComparison.Ordinal) || ThoughtBegins.StartsWith(text, StringComparison.Ordinal))))
        {
            return false;
        }

        _arrived.Clear();
        _arrived.Append(text);
        return _isBegun = true;
    }

    private DraftPiece.Sentence? Take(bool isEnd, bool isWhole)
    {
        while (true)
        {
            var raw = _open.ToString();
            var before = Separator().Match(raw).Length;
            var lineEnd = raw.IndexOf('\n', before);
            var line = lineEnd < 0 ? raw[before..] : raw[before..lineEnd];
            if (string.IsNullOrWhiteSpace(line))
            {
                return null;
            }

            var isLine = lineEnd >= 0 || isEnd;
            var (plain, places, keys) = WithoutKeys(line);
            var spans = SentenceSplitter.Split(plain);
            if (spans.Count == 0)
            {
                if (!isLine)
                {
                    return null;
                }

                _open.Remove(0, lineEnd < 0 ? raw.Length : lineEnd);
                continue;
            }

            if (!isLine && (spans.Count < 2 || plain.Length - spans[1].Start < Certain))
            {
                return null;
            }

            var isLast = spans.Count == 1;
            var value = Unmarked(spans[0].Of(plain));
            if (isLast && isEnd && lineEnd < 0 && !isWhole && !EndsSentence(value))
            {
                return null;
            }

            var end = isLast ? plain.Length : spans[1].Start;
            var own = keys.Where(k => k.At <= end).SelectMany(k => k.Keys).Distinct().ToArray();
            _open.Remove(0, isLast ? before + line.Length : before + places[end]);
            var separator = Mark(raw[..before]);
            separator = separator.Length == 0 && _isGap ? " " : separator;
            _isGap = !isLast;
            if (value.Length > 0)
            {
                return new DraftPiece.Sentence(value, own, []) { Before = separator, After = _open.Length > 0 && _isGap ? $" {_open}" : _open.ToString() };
            }
        }
    }

    // The text without its keys, for each character its place in the line, and each key with its place in the text.
    private static (string Plain, List<int> Places, List<(int At, int[] Keys)> Keys) WithoutKeys(string line)
    {
        var plain = new StringBuilder();
        var places = new List<int>();
        var keys = new List<(int, int[])>();
        var at = 0;
        foreach (Match match in Key().Matches(line))
        {
            Append(at, match.Index);
            while (plain.Length > 0 && plain[^1] == ' ')
            {
                plain.Length--;
                places.RemoveAt(places.Count - 1);
            }

            keys.Add((plain.Length, [.. Number().Matches(match.Value).Select(n => int.TryParse(n.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0)]));
            at = match.Index + match.Length;
        }

        Append(at, line.Length);
        return (plain.ToString(), places, keys);

        void Append(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                plain.Append(line[i]);
                places.Add(i);
            }
        }
    }

    private static int WithoutOpenKey(string text)
    {
        var open = text.LastIndexOfAny(['[', '【']);
        return open >= 0 && text.Length - open < LongestKey && text.AsSpan(open).IndexOfAny(']', '】') < 0 ? open : text.Length;
    }

    private static bool EndsSentence(string text) => text.TrimEnd('"', '”', ')', '\'') is { Length: > 0 } end && end[^1] is '.' or '!' or '?';

    private static string Unmarked(string text) => Emphasis().Replace(text, "").TrimStart('#', ' ').Trim();

    private static string Mark(string separator) => separator.Contains('\n', StringComparison.Ordinal) || ListMark().IsMatch(separator)
        ? (separator.Contains('\n', StringComparison.Ordinal) ? "\n" : "") + (ListMark().IsMatch(separator) ? "- " : "")
        : separator.Length > 0 ? " " : "";

    private static string Plain(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || (!char.IsControl(c) && !ControlCharacters.IsRemoved(c)))).Replace('\t', ' ');

    [GeneratedRegex(@"\G\s*(?:(?:[-*•+]|\d{1,2}[.)])[ ]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?:[-*•+]|\d{1,2}[.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"[\[【]\s*\^?\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*[\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\*\*|__|`", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
