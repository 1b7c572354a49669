namespace PaperChat.Models.Tokenization;

/// <summary>The tokens in ordinal order, so that all that begin a text are found by narrowing one range letter by letter.</summary>
internal sealed class PrefixTable
{
    private readonly string[] _tokens;
    private readonly int[] _ids;
    private readonly Dictionary<char, (int From, int To)> _byFirst = [];

    public PrefixTable(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        var sorted = tokens.Where(t => t.Key.Length > 0).OrderBy(t => t.Key, StringComparer.Ordinal).ToArray();
        _tokens = Array.ConvertAll(sorted, t => t.Key);
        _ids = Array.ConvertAll(sorted, t => t.Value);
        for (var i = 0; i < _tokens.Length; i++)
        {
            var first = _tokens[i][0];
            _byFirst[first] = (_byFirst.TryGetValue(first, out var range) ? range.From : i, i + 1);
        }
    }

    /// <summary>The tokens that <paramref name="text"/> begins with, shortest first.</summary>
    public Enumerator Of(ReadOnlySpan<char> text) => new(this, text);

    public ref struct Enumerator
    {
        private readonly PrefixTable _table;
        private readonly ReadOnlySpan<char> _text;
        private int _from;
        private int _to;
        private int _depth;

        public Enumerator(PrefixTable table, ReadOnlySpan<char> text)
        {
            _table = table;
            _text = text;
            if (!text.IsEmpty && table._byFirst.TryGetValue(text[0], out var range))
            {
                (_from, _to) = range;
                _depth = 1;
            }
        }

        public int Length { get; private set; }

        public int Id { get; private set; }

        public bool MoveNext()
        {
            while (_from < _to)
            {
                // The token that ends at this depth is the first of the range.
                if (_table._tokens[_from].Length == _depth)
                {
                    (Length, Id) = (_depth, _table._ids[_from++]);
                    Narrow();
                    return true;
                }

                Narrow();
            }

            return false;
        }

        private void Narrow()
        {
            if (_depth == _text.Length)
            {
                _from = _to;
                return;
            }

            var letter = _text[_depth];
            _from = Bound(letter, _from, _to);
            _to = letter == char.MaxValue ? _to : Bound((char)(letter + 1), _from, _to);
            _depth++;
        }

        // The first token of the range whose letter at this depth is not below the given one.
        private readonly int Bound(char letter, int low, int high)
        {
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_table._tokens[middle][_depth] < letter)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }
    }
}
