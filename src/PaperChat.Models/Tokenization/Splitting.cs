using System.Text;
using System.Text.RegularExpressions;

namespace PaperChat.Models.Tokenization;

/// <summary>Cuts a piece at delimiters.</summary>
internal static class Splitting
{
    /// <summary>Cuts at every character that is a delimiter.</summary>
    public static void Split(Piece piece, Predicate<Rune> delimiter, SplitBehavior behavior, List<Piece> pieces)
    {
        var parts = new List<(int Start, int End, bool Delimiter)>();
        var text = piece.Text.Span;
        var start = 0;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var end = at + rune.Utf16SequenceLength;
            if (delimiter(rune))
            {
                AddPart(parts, start, at, false);
                AddPart(parts, at, end, true);
                start = end;
            }

            at = end;
        }

        AddPart(parts, start, text.Length, false);
        AddPieces(piece, parts, behavior, pieces);
    }

    /// <summary>Cuts at the matches of an expression, or with <paramref name="invert"/> at what lies between them.</summary>
    public static void Split(Piece piece, Regex expression, bool invert, SplitBehavior behavior, List<Piece> pieces)
    {
        var parts = new List<(int Start, int End, bool Delimiter)>();
        var start = 0;
        foreach (var match in expression.EnumerateMatches(piece.Text.Span))
        {
            AddPart(parts, start, match.Index, invert);
            AddPart(parts, match.Index, match.Index + match.Length, !invert);
            start = match.Index + match.Length;
        }

        AddPart(parts, start, piece.Text.Length, invert);
        AddPieces(piece, parts, behavior, pieces);
    }

    private static void AddPart(List<(int Start, int End, bool Delimiter)> parts, int start, int end, bool delimiter)
    {
        if (end > start)
        {
            parts.Add((start, end, delimiter));
        }
    }

    private static void AddPieces(Piece piece, List<(int Start, int End, bool Delimiter)> parts, SplitBehavior behavior, List<Piece> pieces)
    {
        if (behavior == SplitBehavior.MergedWithNext)
        {
            MergeWithNext(parts);
        }

        var open = -1;
        for (var i = 0; i < parts.Count; i++)
        {
            var (start, end, delimiter) = parts[i];
            open = open < 0 ? start : open;
            var joined = i + 1 < parts.Count && behavior switch
            {
                SplitBehavior.Contiguous => parts[i + 1].Delimiter == delimiter,
                SplitBehavior.MergedWithPrevious => parts[i + 1].Delimiter && !delimiter,
                _ => false,
            };
            if (joined)
            {
                continue;
            }

            if (behavior != SplitBehavior.Removed || !delimiter)
            {
                pieces.Add(new Piece(piece.Text[open..end], piece.First && open == 0));
            }

            open = -1;
        }
    }

    // Of several delimiters in a row only the last joins what follows.
    private static void MergeWithNext(List<(int Start, int End, bool Delimiter)> parts)
    {
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (!parts[i].Delimiter && parts[i - 1].Delimiter)
            {
                parts[i] = (parts[i - 1].Start, parts[i].End, false);
                parts.RemoveAt(--i);
            }
        }
    }
}
