using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The occurrences of a segment's terms while it is built. They are kept in the order in which they come, in a few buckets by the
/// numbers of their terms, and put in the order of the terms at the end: to append each to a stream of its own term would cost an
/// access to memory beyond the caches for each. Documents come in ascending order. Not thread-safe.
/// </summary>
internal sealed class TermPostings
{
    private const int Buckets = 64;

    private readonly OccurrenceList[] _buckets = new OccurrenceList[Buckets];
    private readonly ByteBuffer _places = new(1 << 10);

    /// <param name="blocks">Where the memory comes from, and goes to with <see cref="Write"/>.</param>
    public TermPostings(OccurrenceBlocks blocks)
    {
        for (var i = 0; i < Buckets; i++)
        {
            _buckets[i] = new OccurrenceList(blocks);
        }
    }

    /// <summary>Adds a document of a title and a text.</summary>
    public void Add(int document, NumberedText title, NumberedText text)
    {
        Add(document, title, isTitle: true);
        Add(document, text, isTitle: false);
    }

    /// <summary>
    /// Gives the postings of all terms to the file, in the terms' order, and the terms with their entries to the tables. Nothing is
    /// left after it.
    /// </summary>
    public void Write(SegmentFileWriter file, Vocabulary vocabulary, PostingsEncoder encoder, TextTable table, ByteBuffer entries)
    {
        var starts = Array.ConvertAll(_buckets, b => b.SortByTerms((vocabulary.TermCount / Buckets) + 1));
        foreach (var (text, term) in vocabulary.SortedTerms())
        {
            table.Add(vocabulary.Text(text));
            var (bucket, number) = (term % Buckets, term / Buckets);
            Encode(_buckets[bucket], starts[bucket][number], starts[bucket][number + 1], encoder);
            var entry = encoder.End(file) ?? throw new InvalidOperationException("A term without documents was written.");
            entries.WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<TermEntry>(in entry)));
        }

        Array.ForEach(_buckets, b => b.Clear());
    }

    private void Add(int document, NumberedText text, bool isTitle)
    {
        foreach (var (term, place) in CollectionsMarshal.AsSpan(text.Terms))
        {
            _buckets[term % Buckets].Add(new Occurrence(term / Buckets, document, place, isTitle));
        }
    }

    private void Encode(OccurrenceList occurrences, int from, int to, PostingsEncoder encoder)
    {
        for (var at = from; at < to;)
        {
            var document = occurrences[at].Document;
            var (inTitle, inText, previous) = (0, 0, 0);
            _places.Clear();
            for (; at < to && occurrences[at] is var occurrence && occurrence.Document == document; at++)
            {
                if (occurrence.IsInTitle)
                {
                    inTitle++;
                }
                else if (inText++ == 0)
                {
                    // Title and text count their places from 0 each.
                    previous = 0;
                }

                _places.WriteVarint((uint)(occurrence.Place - previous));
                previous = occurrence.Place;
            }

            encoder.Add(document, inTitle, inText, _places.Written);
        }
    }
}
