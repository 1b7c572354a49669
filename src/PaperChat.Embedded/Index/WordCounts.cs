using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The surface words of a segment in the making: in how many documents each stands, and the number of its term once that is known,
/// so that a token is looked up by one text and not by two. Not thread-safe.
/// </summary>
internal sealed class WordCounts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<State> _states = [];

    /// <summary>Counts the words of a text, and puts down their numbers in it.</summary>
    public void Add(int document, AnalyzedText text)
    {
        text.WordNumbers.Clear();
        foreach (var word in text.Words)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word.Text, out var isKnown);
            if (!isKnown)
            {
                number = _states.Count;
                _states.Add(new State { LastDocument = -1, Term = -1 });
            }

            ref var state = ref CollectionsMarshal.AsSpan(_states)[number];
            state.Documents += state.LastDocument == document ? 0 : 1;
            state.LastDocument = document;
            text.WordNumbers.Add(number);
        }
    }

    /// <summary>The number of a word's term; -1 until it is set.</summary>
    public ref int TermOf(int word) => ref CollectionsMarshal.AsSpan(_states)[word].Term;

    public void Write(SegmentFileWriter file)
    {
        var words = _numbers.Keys.ToArray();
        Array.Sort(words, Utf8Order.Instance);
        var table = new TextTable();
        var counts = new ByteBuffer(words.Length * sizeof(int));
        foreach (var word in words)
        {
            table.Add(word);
            counts.WriteInt32(_states[_numbers[word]].Documents);
        }

        table.Write(file, SegmentSection.WordOffsets, SegmentSection.WordBytes);
        file.WriteSection(SegmentSection.WordCounts, counts.Written);
    }

    private struct State
    {
        public int LastDocument;
        public int Documents;
        public int Term;
    }
}
