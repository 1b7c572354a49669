using System.Runtime.InteropServices;
using PaperChat.Embedded.Catalogue;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>Builds one segment in memory. Not thread-safe; several may work side by side.</summary>
internal sealed class SegmentBuilder
{
    // A builder of this many terms (not distinct) takes about 60 MB.
    private const int MaxTerms = 4_000_000;

    private readonly PaperColumns _papers = new();
    private readonly DocumentColumns _documents = new();
    private readonly Dictionary<string, TermList> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordCount> _words = new(StringComparer.Ordinal);
    private int _termCount;

    public bool IsEmpty => _papers.Count == 0;

    public bool IsFull => _termCount >= MaxTerms;

    public void Add(StoredPaper stored)
    {
        var title = AnalyzedText.Of(stored.Paper.Title);
        var paper = _papers.Add(stored.Key, stored.Paper);
        foreach (var chunk in stored.Chunks)
        {
            var text = AnalyzedText.Of(stored.Paper, chunk);
            var document = _documents.Add(paper, chunk.Ordinal, chunk.Field, title.Terms.Count, text.Terms.Count);
            AddTerms(document, title, text);
            AddWords(document, title.Words);
            AddWords(document, text.Words);
            _termCount += title.Terms.Count + text.Terms.Count;
        }
    }

    public void Write(Stream stream)
    {
        using var file = new SegmentFileWriter(stream);
        var entries = new ByteBuffer(_terms.Count * TermEntry.Size);
        var table = new TextTable();
        foreach (var term in Sorted(_terms))
        {
            table.Add(term);
            var entry = _terms[term].Write(file);
            entries.WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<TermEntry>(in entry)));
        }

        file.EndPostings();
        table.Write(file, SegmentSection.TermOffsets, SegmentSection.TermBytes);
        file.WriteSection(SegmentSection.TermEntries, entries.Written);
        WriteWords(file);
        _papers.Write(file);
        _documents.Write(file);
        file.Finish();
    }

    private void AddTerms(int document, AnalyzedText title, AnalyzedText text)
    {
        for (var i = 0; i < title.Terms.Count; i++)
        {
            ListOf(title.Terms[i].Term).AddInTitle(document, title.Places[i]);
        }

        for (var i = 0; i < text.Terms.Count; i++)
        {
            ListOf(text.Terms[i].Term).AddInText(document, text.Places[i]);
        }
    }

    private TermList ListOf(string term)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out _);
        return list ??= new TermList();
    }

    private void AddWords(int document, List<Word> words)
    {
        foreach (var word in words)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word.Text, out var isKnown);
            if (!isKnown || count.LastDocument != document)
            {
                count = new WordCount(document, count.Documents + 1);
            }
        }
    }

    private void WriteWords(SegmentFileWriter file)
    {
        var table = new TextTable();
        var counts = new ByteBuffer(_words.Count * 4);
        foreach (var word in Sorted(_words))
        {
            table.Add(word);
            counts.WriteInt32(_words[word].Documents);
        }

        table.Write(file, SegmentSection.WordOffsets, SegmentSection.WordBytes);
        file.WriteSection(SegmentSection.WordCounts, counts.Written);
    }

    private static string[] Sorted<T>(Dictionary<string, T> table)
    {
        var keys = table.Keys.ToArray();
        Array.Sort(keys, Utf8Order.Instance);
        return keys;
    }

    private readonly record struct WordCount(int LastDocument, int Documents);
}
