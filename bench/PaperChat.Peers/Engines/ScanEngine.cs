using System.Runtime.InteropServices;
using PaperChat.Peers.Papers;
using PaperChat.Text;

namespace PaperChat.Peers.Engines;

/// <summary>
/// The baseline without an index: every query scores every paper by BM25 over an array of term counts in memory, analysed like
/// PaperChat's. What it finds is right by construction; what it costs is what an index has to save.
/// </summary>
internal sealed class ScanEngine : IPeerEngine
{
    public async Task BuildAsync(string papers, string folder, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequencies = new List<int>();
        await using var writer = new ScanFileWriter(folder);
        await foreach (var line in PaperFiles.LinesAsync([papers], cancellationToken))
        {
            var paper = PaperFiles.Parse(line);
            var counts = new Dictionary<int, int>();
            var length = 0;
            foreach (var token in TextAnalyzer.AnalyzeStored(paper.Title).Concat(TextAnalyzer.AnalyzeStored(paper.Abstract)))
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, token.Term, out var known);
                if (!known)
                {
                    number = frequencies.Count;
                    frequencies.Add(0);
                }

                CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _)++;
                length++;
            }

            foreach (var term in counts.Keys)
            {
                frequencies[term]++;
            }

            writer.Add(paper.Id, length, counts);
        }

        writer.Finish(numbers.OrderBy(n => n.Value).Select(n => n.Key), frequencies);
    }

    public Task<IPeerIndex> OpenAsync(string folder, CancellationToken cancellationToken) => Task.FromResult<IPeerIndex>(ScanIndex.Load(folder));
}
