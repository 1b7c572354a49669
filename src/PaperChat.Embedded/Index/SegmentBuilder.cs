using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>Builds one segment in memory, with vectors where there is a model for them. Not thread-safe; several may work side by side.</summary>
internal sealed class SegmentBuilder
{
    // A builder of this many terms (not distinct) takes about 45 MB.
    private const int MaxTerms = 4_000_000;
    private const int MaxDocuments = Occurrence.MostDocuments / 2;

    private readonly Vocabulary _vocabulary = new();
    private readonly NumberedText _title;
    private readonly NumberedText _text;
    private readonly PaperColumns _papers = new();
    private readonly DocumentColumns _documents = new();
    private readonly TermPostings _terms;
    private readonly List<int> _tickets = [];
    private readonly BuiltRows? _rows;
    private int _termCount;

    public SegmentBuilder(SegmentEmbedder? embedder, OccurrenceBlocks memory)
    {
        _terms = new TermPostings(memory);
        (_title, _text) = (new NumberedText(_vocabulary), new NumberedText(_vocabulary));
        _rows = embedder is null ? null : new BuiltRows(embedder);
    }

    public bool IsEmpty => _papers.Count == 0;

    public bool IsFull => _termCount >= MaxTerms || _documents.Count >= MaxDocuments;

    /// <summary>The ticket of each paper, in their order.</summary>
    public IReadOnlyList<int> Tickets => _tickets;

    /// <summary>The vectors of the documents so far; only with a model.</summary>
    public DocumentRows Rows => _rows?.Rows ?? throw new InvalidOperationException("The segment is built without vectors.");

    /// <summary>How many documents have no vector because the model failed.</summary>
    public int WithoutVectors => _rows?.Missing ?? 0;

    public async Task AddAsync(IReadOnlyList<(int Ticket, StoredPaper Paper)> batch, CancellationToken cancellationToken)
    {
        if (_rows is not null)
        {
            await _rows.AddAsync(batch.Select(b => b.Paper), cancellationToken);
        }

        foreach (var (ticket, paper) in batch)
        {
            Add(ticket, paper);
        }
    }

    public void Write(Stream stream)
    {
        using var file = new SegmentFileWriter(stream);
        var entries = new ByteBuffer(_vocabulary.TermCount * TermEntry.Size);
        var table = new TextTable();
        _terms.Write(file, _vocabulary, new PostingsEncoder(_documents), table, entries);
        file.EndPostings();
        table.Write(file, SegmentSection.TermOffsets, SegmentSection.TermBytes);
        file.WriteSection(SegmentSection.TermEntries, entries.Written);
        WriteWords(file);
        _papers.Write(file);
        _documents.Write(file);
        file.Finish();
    }

    private void Add(int ticket, StoredPaper stored)
    {
        _tickets.Add(ticket);
        var (title, text) = (_title, _text);
        title.ReadTitle(stored.Paper.Title);
        var paper = _papers.Add(stored.Key, stored.Paper);
        foreach (var chunk in stored.Chunks)
        {
            text.Read(AnalyzedText.TextOf(stored.Paper, chunk));
            var document = _documents.Add(paper, chunk.Ordinal, chunk.Field, (title.Length * FieldWeights.Title) + text.Length);
            Count(document, title);
            Count(document, text);
            _terms.Add(document, title, text);
            _termCount += title.Terms.Count + text.Terms.Count;
        }
    }

    private void Count(int document, NumberedText text)
    {
        foreach (var word in text.Words)
        {
            _vocabulary.Count(word, document);
        }
    }

    private void WriteWords(SegmentFileWriter file)
    {
        var table = new TextTable();
        var counts = new ByteBuffer(1 << 16);
        foreach (var (text, documents) in _vocabulary.SortedWords())
        {
            table.Add(_vocabulary.Text(text));
            counts.WriteInt32(documents);
        }

        table.Write(file, SegmentSection.WordOffsets, SegmentSection.WordBytes);
        file.WriteSection(SegmentSection.WordCounts, counts.Written);
    }
}
