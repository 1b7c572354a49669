using PaperChat.Text;

namespace PaperChat.Library;

/// <summary>Numbers the tokens of a text by place, as <see cref="PhraseMatching"/> tells it, one after another.</summary>
public struct PlaceCounter
{
    private int _place = -1;
    private int _position = -1;
    private int _end;
    private bool _isAlone;

    public PlaceCounter()
    {
    }

    /// <summary>The place of the next token, of which the arguments are those of <see cref="Token"/>.</summary>
    public int Next(int start, int length, int position)
    {
        if (position == _position)
        {
            _isAlone = false;
            return _place;
        }

        // The second part of a compound whose first part is a stop word: the compound has taken its place.
        var isInCompound = _isAlone && position == _position + 1 && start < _end;
        _place += isInCompound ? 0 : 1;
        (_position, _end, _isAlone) = (position, start + length, true);
        return _place;
    }
}
