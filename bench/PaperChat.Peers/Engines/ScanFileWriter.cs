using System.Text;

namespace PaperChat.Peers.Engines;

/// <summary>
/// Writes the files that <see cref="ScanIndex"/> loads: <c>counts.bin</c>, for each paper the number of its terms and then for
/// each of them the term's number times 256 plus its count (at most 255), all 32 bits; <c>papers.bin</c> and <c>terms.bin</c>.
/// </summary>
internal sealed class ScanFileWriter : IAsyncDisposable
{
    private readonly BinaryWriter _counts;
    private readonly BinaryWriter _papers;
    private readonly BinaryWriter _terms;

    public ScanFileWriter(string folder)
    {
        _counts = Create(folder, ScanIndex.CountsFile);
        _papers = Create(folder, ScanIndex.PapersFile);
        _terms = Create(folder, ScanIndex.TermsFile);
    }

    public void Add(string id, int length, IReadOnlyDictionary<int, int> counts)
    {
        _papers.Write(true);
        _papers.Write(id);
        _papers.Write(length);
        _counts.Write(counts.Count);
        foreach (var (term, count) in counts)
        {
            _counts.Write((uint)term << 8 | (uint)Math.Min(count, byte.MaxValue));
        }
    }

    public void Finish(IEnumerable<string> terms, IReadOnlyList<int> frequencies)
    {
        _papers.Write(false);
        _terms.Write(frequencies.Count);
        foreach (var (term, frequency) in terms.Zip(frequencies))
        {
            _terms.Write(term);
            _terms.Write(frequency);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _counts.DisposeAsync();
        await _papers.DisposeAsync();
        await _terms.DisposeAsync();
    }

    private static BinaryWriter Create(string folder, string name) =>
        new(new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), Encoding.UTF8);
}
