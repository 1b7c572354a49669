using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PaperChat.Embedded.Catalogue;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The papers of one segment that are gone, and in how many of their documents each term and word stood, so that frequencies
/// stay those of the papers that are left. Its file is written anew under a new name with each change; one that readers use
/// never changes.
/// </summary>
/// <remarks>
/// The file, little-endian: a CRC-32C of the rest; then varints: the number of papers, and their gaps; then twice (terms,
/// words) the number of texts, and for each its length in bytes, the UTF-8, and the count.
/// </remarks>
internal sealed class Deletions(int papers)
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    public Bits Papers { get; private init; } = new(papers);

    public int TermCount(string term) => _terms.GetValueOrDefault(term);

    public int WordCount(string word) => _words.GetValueOrDefault(word);

    public Deletions Copy()
    {
        var copy = new Deletions(Papers.Size) { Papers = Papers.Copy() };
        foreach (var (term, count) in _terms)
        {
            copy._terms[term] = count;
        }

        foreach (var (word, count) in _words)
        {
            copy._words[word] = count;
        }

        return copy;
    }

    /// <summary>Takes a paper out, once.</summary>
    public void Add(int number, StoredPaper paper)
    {
        if (Papers[number])
        {
            return;
        }

        Papers.Set(number);
        var title = new AnalyzedText();
        title.ReadTitle(paper.Paper.Title);
        var text = new AnalyzedText();
        foreach (var chunk in paper.Chunks)
        {
            text.Read(paper.Paper, chunk);
            Count(_terms, title.Terms.Concat(text.Terms));
            Count(_words, title.Words.Concat(text.Words).Select(w => w.Text));
        }
    }

    public byte[] Write()
    {
        var buffer = new ByteBuffer(1024);
        buffer.WriteInt32(0);
        buffer.WriteVarint((uint)Papers.Count());
        var previous = 0;
        for (var paper = 0; paper < Papers.Size; paper++)
        {
            if (Papers[paper])
            {
                buffer.WriteVarint((uint)(paper - previous));
                previous = paper;
            }
        }

        WriteCounts(buffer, _terms);
        WriteCounts(buffer, _words);
        var bytes = buffer.Written.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Checksum.Of(bytes.AsSpan(4)));
        return bytes;
    }

    public static Deletions Read(string path, int papers)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Checksum.Of(bytes[4..]))
        {
            throw new InvalidDataException("its checksum does not match");
        }

        var deletions = new Deletions(papers);
        var at = 4;
        var paper = 0;
        for (var left = Varint.Read(bytes, ref at); left > 0; left--)
        {
            paper += (int)Varint.Read(bytes, ref at);
            deletions.Papers.Set(paper);
        }

        ReadCounts(bytes, ref at, deletions._terms);
        ReadCounts(bytes, ref at, deletions._words);
        return deletions;
    }

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> texts)
    {
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, text, out _)++;
        }
    }

    private static void WriteCounts(ByteBuffer buffer, Dictionary<string, int> counts)
    {
        buffer.WriteVarint((uint)counts.Count);
        foreach (var (text, count) in counts)
        {
            buffer.WriteVarint((uint)Encoding.UTF8.GetByteCount(text));
            buffer.WriteText(text);
            buffer.WriteVarint((uint)count);
        }
    }

    private static void ReadCounts(ReadOnlySpan<byte> bytes, ref int at, Dictionary<string, int> counts)
    {
        for (var left = Varint.Read(bytes, ref at); left > 0; left--)
        {
            var length = (int)Varint.Read(bytes, ref at);
            var text = Encoding.UTF8.GetString(bytes.Slice(at, length));
            at += length;
            counts[text] = (int)Varint.Read(bytes, ref at);
        }
    }
}
