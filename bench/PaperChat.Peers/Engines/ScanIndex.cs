using System.Runtime.InteropServices;
using System.Text;
using PaperChat.Text;

namespace PaperChat.Peers.Engines;

/// <summary>Term counts of every paper in one array, scanned from end to end. BM25 with k1 = 1.2 and b = 0.75.</summary>
internal sealed class ScanIndex : IPeerIndex
{
    public const string CountsFile = "counts.bin";
    public const string PapersFile = "papers.bin";
    public const string TermsFile = "terms.bin";

    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly uint[] _counts;
    private readonly string[] _ids;
    private readonly float[] _norms;
    private readonly Dictionary<string, (int Number, int Frequency)> _terms;

    private ScanIndex(uint[] counts, List<(string Id, int Length)> papers, Dictionary<string, (int Number, int Frequency)> terms)
    {
        _counts = counts;
        _terms = terms;
        _ids = [.. papers.Select(p => p.Id)];
        var average = papers.Count > 0 ? papers.Average(p => (double)p.Length) : 1;
        _norms = [.. papers.Select(p => (float)(K1 * (1 - B + B * p.Length / average)))];
    }

    public static ScanIndex Load(string folder)
    {
        using var terms = Open(folder, TermsFile);
        var known = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        var count = terms.ReadInt32();
        for (var number = 0; number < count; number++)
        {
            known.Add(terms.ReadString(), (number, terms.ReadInt32()));
        }

        using var papers = Open(folder, PapersFile);
        var read = new List<(string, int)>();
        while (papers.ReadBoolean())
        {
            read.Add((papers.ReadString(), papers.ReadInt32()));
        }

        return new ScanIndex(LoadCounts(folder), read, known);
    }

    public Task<IReadOnlyList<string>> SearchAsync(IReadOnlyList<string> words, int limit, CancellationToken cancellationToken)
    {
        var weights = WeightsOf(words);
        var best = new PriorityQueue<int, float>();
        var at = 0;
        for (var paper = 0; paper < _ids.Length; paper++)
        {
            var end = at + 1 + (int)_counts[at];
            var score = Score(_counts.AsSpan(at + 1, end - at - 1), weights, _norms[paper]);
            at = end;
            if (score <= 0)
            {
                continue;
            }

            if (best.Count < limit)
            {
                best.Enqueue(paper, score);
            }
            else if (best.TryPeek(out _, out var lowest) && score > lowest)
            {
                best.DequeueEnqueue(paper, score);
            }
        }

        return Task.FromResult<IReadOnlyList<string>>(Ordered(best));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static float Score(ReadOnlySpan<uint> counts, float[] weights, float norm)
    {
        var score = 0f;
        foreach (var entry in counts)
        {
            var weight = weights[entry >> 8];
            if (weight != 0)
            {
                var count = entry & 0xFF;
                score += weight * count * (K1 + 1) / (count + norm);
            }
        }

        return score;
    }

    private float[] WeightsOf(IReadOnlyList<string> words)
    {
        var weights = new float[_terms.Count];
        foreach (var token in TextAnalyzer.Analyze(string.Join(' ', words)))
        {
            if (_terms.TryGetValue(token.Term, out var term))
            {
                weights[term.Number] += MathF.Log(1 + (_ids.Length - term.Frequency + 0.5f) / (term.Frequency + 0.5f));
            }
        }

        return weights;
    }

    private string[] Ordered(PriorityQueue<int, float> best)
    {
        var found = new string[best.Count];
        for (var i = found.Length - 1; i >= 0; i--)
        {
            found[i] = _ids[best.Dequeue()];
        }

        return found;
    }

    private static uint[] LoadCounts(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, CountsFile));
        var counts = new uint[file.Length / sizeof(uint)];
        file.ReadExactly(MemoryMarshal.AsBytes(counts.AsSpan()));
        return counts;
    }

    private static BinaryReader Open(string folder, string name) =>
        new(new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), Encoding.UTF8);
}
