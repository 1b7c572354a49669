using System.Runtime.InteropServices;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Writes several segments as one, without the papers that are gone: papers and documents keep their order, segment after segment;
/// the sorted terms and words are merged. Memory is that of the columns and of one posting list.
/// </summary>
internal sealed class SegmentMerger
{
    private readonly IReadOnlyList<LiveSegment> _sources;
    private readonly int[][] _papers;
    private readonly int[][] _documents;
    private readonly PaperColumns _paperColumns = new();
    private readonly DocumentColumns _documentColumns = new();

    private SegmentMerger(IReadOnlyList<LiveSegment> sources)
    {
        _sources = sources;
        _papers = [.. sources.Select(AddPapers)];
        _documents = [.. sources.Select(AddDocuments)];
        for (var i = 0; i < sources.Count; i++)
        {
            _paperColumns.AddValues(sources[i].File, _papers[i]);
        }
    }

    public static void Merge(IReadOnlyList<LiveSegment> sources, Stream stream, CancellationToken cancellationToken)
    {
        var merger = new SegmentMerger(sources);
        using var file = new SegmentFileWriter(stream);
        merger.MergeTerms(file, cancellationToken);
        merger.MergeWords(file, cancellationToken);
        merger._paperColumns.Write(file);
        merger._documentColumns.Write(file);
        file.Finish();
    }

    private int[] AddPapers(LiveSegment source)
    {
        var file = source.File;
        var numbers = new int[file.Papers];
        for (var paper = 0; paper < numbers.Length; paper++)
        {
            numbers[paper] = source.IsLive(paper)
                ? _paperColumns.Add(
                    file.PaperKeys[paper], file.PaperIds.Text(paper), file.PaperYears[paper], file.PaperListed[paper], file.PaperKinds[paper])
                : -1;
        }

        return numbers;
    }

    private int[] AddDocuments(LiveSegment source, int index)
    {
        var file = source.File;
        var numbers = new int[file.Documents];
        for (var document = 0; document < numbers.Length; document++)
        {
            var paper = _papers[index][file.DocumentPapers[document]];
            numbers[document] = paper < 0
                ? -1
                : _documentColumns.Add(
                    paper,
                    file.DocumentOrdinals[document],
                    (PaperField)file.DocumentFields[document],
                    file.DocumentLengths[document]);
        }

        return numbers;
    }

    private void MergeTerms(SegmentFileWriter file, CancellationToken cancellationToken)
    {
        var table = new TextTable();
        var entries = new ByteBuffer(1 << 16);
        var encoder = new PostingsEncoder(_documentColumns);
        var cursor = new PostingCursor();
        foreach (var (term, holders) in new TableMerge(_sources, SegmentSection.TermOffsets).Texts())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (source, index) in holders)
            {
                cursor.Open(_sources[source].File, index);
                Append(cursor, _documents[source], encoder);
            }

            if (encoder.End(file) is { } entry)
            {
                table.Add(term);
                entries.WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<TermEntry>(in entry)));
            }
        }

        file.EndPostings();
        table.Write(file, SegmentSection.TermOffsets, SegmentSection.TermBytes);
        file.WriteSection(SegmentSection.TermEntries, entries.Written);
    }

    private static void Append(PostingCursor cursor, int[] numbers, PostingsEncoder encoder)
    {
        var at = 0;
        while (cursor.MoveNext())
        {
            var places = cursor.RawPlaces(ref at);
            if (numbers[cursor.Document] is >= 0 and var document)
            {
                encoder.Add(document, cursor.InTitle, cursor.InText, places);
            }
        }
    }

    private void MergeWords(SegmentFileWriter file, CancellationToken cancellationToken)
    {
        var table = new TextTable();
        var counts = new ByteBuffer(1 << 16);
        foreach (var (word, holders) in new TableMerge(_sources, SegmentSection.WordOffsets).Texts())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = 0;
            foreach (var (source, index) in holders)
            {
                count += _sources[source].File.WordCounts[index];
                count -= _sources[source].Deletions is { } deletions ? deletions.WordCount(Encoding.UTF8.GetString(word)) : 0;
            }

            if (count > 0)
            {
                table.Add(word);
                counts.WriteInt32(count);
            }
        }

        table.Write(file, SegmentSection.WordOffsets, SegmentSection.WordBytes);
        file.WriteSection(SegmentSection.WordCounts, counts.Written);
    }
}
