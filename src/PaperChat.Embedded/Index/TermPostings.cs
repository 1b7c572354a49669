using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The postings of a segment in the making by the numbers of their terms: for each document of a term the gap to the one before, its
/// frequencies in title and text, and its places, as varints in a stream. Documents come in ascending order. Not thread-safe.
/// </summary>
internal sealed class TermPostings
{
    private readonly List<State> _states = [];
    private readonly ByteArena _arena = new();

    // The current document: its terms, and its tokens with the next token of the same term.
    private readonly List<int> _terms = [];
    private readonly List<(int Place, int Next)> _tokens = [];

    /// <summary>Adds a document of a title and a text.</summary>
    public void Add(int document, NumberedText title, NumberedText text)
    {
        Take(title, isTitle: true);
        Take(text, isTitle: false);
        foreach (var term in _terms)
        {
            Write(document, ref CollectionsMarshal.AsSpan(_states)[term]);
        }

        _terms.Clear();
        _tokens.Clear();
    }

    /// <summary>Gives the postings of all terms to the file, in the terms' order, and returns the terms with their entries.</summary>
    public void Write(SegmentFileWriter file, Vocabulary vocabulary, PostingsEncoder encoder, TextTable table, ByteBuffer entries)
    {
        var stream = new ByteBuffer(1 << 12);
        foreach (var (text, term) in vocabulary.SortedTerms())
        {
            table.Add(vocabulary.Text(text));
            stream.Clear();
            _arena.CopyTo(in CollectionsMarshal.AsSpan(_states)[term].Stream, stream);
            Encode(stream.Written, encoder);
            var entry = encoder.End(file) ?? throw new InvalidOperationException("A term without documents was written.");
            entries.WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<TermEntry>(in entry)));
        }
    }

    private static void Encode(ReadOnlySpan<byte> bytes, PostingsEncoder encoder)
    {
        int at = 0, document = -1;
        while (at < bytes.Length)
        {
            document += (int)Varint.Read(bytes, ref at);
            var inTitle = (int)Varint.Read(bytes, ref at);
            var inText = (int)Varint.Read(bytes, ref at);
            var start = at;
            for (var left = inTitle + inText; left > 0;)
            {
                left -= bytes[at++] < 0x80 ? 1 : 0;
            }

            encoder.Add(document, inTitle, inText, bytes[start..at]);
        }
    }

    private void Take(NumberedText text, bool isTitle)
    {
        foreach (var (term, place) in text.Terms)
        {
            while (_states.Count <= term)
            {
                _states.Add(new State { Stream = _arena.Start(), LastDocument = -1 });
            }

            ref var state = ref CollectionsMarshal.AsSpan(_states)[term];
            if (state.InTitle + state.InText == 0)
            {
                _terms.Add(term);
                state.FirstToken = _tokens.Count;
            }
            else
            {
                CollectionsMarshal.AsSpan(_tokens)[state.LastToken].Next = _tokens.Count;
            }

            state.LastToken = _tokens.Count;
            state.InTitle += isTitle ? 1 : 0;
            state.InText += isTitle ? 0 : 1;
            _tokens.Add((place, -1));
        }
    }

    private void Write(int document, ref State state)
    {
        _arena.WriteVarint(ref state.Stream, (uint)(document - state.LastDocument));
        _arena.WriteVarint(ref state.Stream, (uint)state.InTitle);
        _arena.WriteVarint(ref state.Stream, (uint)state.InText);
        var token = state.FirstToken;
        for (int i = 0, place = 0; i < state.InTitle + state.InText; i++)
        {
            // Title and text count their places from 0 each.
            place = i == state.InTitle ? 0 : place;
            _arena.WriteVarint(ref state.Stream, (uint)(_tokens[token].Place - place));
            (place, token) = _tokens[token];
        }

        (state.LastDocument, state.InTitle, state.InText) = (document, 0, 0);
    }

    private struct State
    {
        public ByteStream Stream;
        public int LastDocument;
        public int FirstToken;
        public int LastToken;
        public int InTitle;
        public int InText;
    }
}
