using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Ingestion;

/// <summary>Cuts a paper's texts into the pieces that are searched.</summary>
public static class Chunker
{
    /// <summary>The most UTF-16 code units in a chunk. Almost every abstract is one chunk.</summary>
    public const int MaxLength = 4_000;

    /// <summary>
    /// The abstract's chunks, then the body's, without the white space around them; each ends with a sentence, unless one
    /// sentence alone is too long. Never empty: a paper with a title alone has one empty chunk.
    /// </summary>
    public static IReadOnlyList<Chunk> Chunk(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var chunks = new List<Chunk>(1);
        Add(chunks, PaperField.Abstract, paper.Abstract);
        Add(chunks, PaperField.Body, paper.Body ?? "");
        if (chunks.Count == 0)
        {
            chunks.Add(new Chunk(0, PaperField.Abstract, 0, 0));
        }

        return chunks;
    }

    private static void Add(List<Chunk> chunks, PaperField field, string text)
    {
        var from = text.Length - text.AsSpan().TrimStart().Length;
        var to = text.AsSpan().TrimEnd().Length;
        if (to - from is > 0 and <= MaxLength)
        {
            chunks.Add(new Chunk(chunks.Count, field, from, to - from));
            return;
        }

        TextSpan? open = null;
        foreach (var sentence in SentenceSplitter.Split(text).SelectMany(s => Pieces(text, s)))
        {
            if (open is { } piece && sentence.End - piece.Start <= MaxLength)
            {
                open = new TextSpan(piece.Start, sentence.End - piece.Start);
                continue;
            }

            Close(chunks, field, open);
            open = sentence;
        }

        Close(chunks, field, open);
    }

    private static void Close(List<Chunk> chunks, PaperField field, TextSpan? span)
    {
        if (span is { } piece)
        {
            chunks.Add(new Chunk(chunks.Count, field, piece.Start, piece.Length));
        }
    }

    // A sentence that is longer than a chunk is cut between words, and never between the halves of a surrogate pair.
    private static IEnumerable<TextSpan> Pieces(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        while (sentence.End - start > MaxLength)
        {
            var end = start + MaxLength;
            var space = text.LastIndexOf(' ', end - 1, MaxLength / 2);
            end = space > start ? space : char.IsLowSurrogate(text[end]) ? end - 1 : end;
            yield return new TextSpan(start, end - start);
            start = end;
            while (start < sentence.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        if (sentence.End > start)
        {
            yield return new TextSpan(start, sentence.End - start);
        }
    }
}
