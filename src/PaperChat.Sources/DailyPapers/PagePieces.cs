using System.Runtime.CompilerServices;
using System.Text;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// Cuts a page into pieces. Every line is one, except where a block between blank lines is wrapped prose, which is one piece as a
/// whole. Trailing blanks of a line are not text; everything else is kept as it stands.
/// </summary>
internal sealed class PagePieces(InputStream stream)
{
    private const int LongestLine = 1024 * 1024;
    private const int LongestBlock = 200;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public async IAsyncEnumerable<PagePiece> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(stream, LongestLine);
        var block = new List<PagePiece>();
        while (await lines.ReadAsync(cancellationToken))
        {
            var piece = Piece(lines);
            if (piece is not null)
            {
                block.Add(piece);
            }

            if (piece is null || block.Count == LongestBlock)
            {
                foreach (var whole in Whole(block))
                {
                    yield return whole;
                }

                block.Clear();
            }
        }

        foreach (var whole in Whole(block))
        {
            yield return whole;
        }
    }

    private static PagePiece? Piece(LineReader lines)
    {
        if (lines.IsTooLong)
        {
            return new PagePiece("", IsLong: true, lines.Number, "The line is longer than 1 MB.");
        }

        var text = Decode(lines.Line.Span, out var problem).Trim();
        return text.Length == 0 ? null : new PagePiece(text, PageLayout.IsLong(text), lines.Number, problem);
    }

    private static string Decode(ReadOnlySpan<byte> line, out string? problem)
    {
        try
        {
            problem = null;
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            problem = "The text is not valid UTF-8. Save the page as UTF-8.";
            return Encoding.UTF8.GetString(line);
        }
    }

    private static List<PagePiece> Whole(List<PagePiece> block)
    {
        if (block.Count < 2 || block.Exists(piece => piece.IsLong))
        {
            return block;
        }

        // The last line of wrapped prose may be short: it says nothing about how wide the others are.
        var words = block.SkipLast(1).Sum(piece => PageLayout.CountWords(piece.Text));
        var isWrapped = words >= PageLayout.WrappedWords * (block.Count - 1) && PageLayout.IsLong(string.Join('\n', block.Select(piece => piece.Text)));
        return isWrapped ? [block.Aggregate((whole, next) => whole.FollowedBy(next))] : block;
    }
}
