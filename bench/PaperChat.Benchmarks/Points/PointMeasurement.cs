using System.Diagnostics;
using System.Globalization;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Qdrant.Points;
using PaperChat.Sources;

namespace PaperChat.Benchmarks.Points;

/// <summary>
/// How fast papers become points of a Qdrant collection, without a server: analysing, weighing words and writing JSON, with vectors that
/// are there already; how large they are; and how many terms share an id.
/// </summary>
internal static class PointMeasurement
{
    private const string Usage = "points PAPERS [THREADS]";
    private const int Dimension = 256;
    private const int PointsAtOnce = 256;
    private const int BatchBytes = 4 << 20;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args.Length is < 1 or > 2)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var threads = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4;
        var vector = Vector();
        var points = await ReadAsync(args[0], vector, cancellationToken);
        Write(points.Take(2_000), threads);
        var processor = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        var bytes = Write(points, threads);
        var took = Stopwatch.GetElapsedTime(began);
        var used = Environment.CpuUsage.TotalTime - processor;
        var (terms, ids, held) = CountTerms(points);
        Console.WriteLine(FormattableString.Invariant(
            $"{points.Count:N0} papers, {threads} threads: {points.Count / took.TotalSeconds:N0} papers a second; {used.TotalMicroseconds / points.Count:N1} microseconds of processor time and {bytes / points.Count:N0} bytes a paper"));
        Console.WriteLine(FormattableString.Invariant(
            $"mean length {ChunkTerms.AverageLength(points.Select(p => p.Content)):N1} terms, {(double)held / points.Count:N1} distinct ones; {terms:N0} distinct terms in all, {ids:N0} ids: {terms - ids:N0} terms share another's"));
        return 0;
    }

    private static async Task<List<PaperPoint>> ReadAsync(string path, ReadOnlyMemory<float> vector, CancellationToken cancellationToken)
    {
        var points = new List<PaperPoint>();
        foreach (var source in await new SourceFinder(new SourceOptions()).FindAsync([path], Stream.Null, cancellationToken))
        {
            await foreach (var item in source.ReadAsync(cancellationToken))
            {
                if (item is SourceItem.Read read && PaperNormalizer.Normalize(read.Record, out _) is { } normalized)
                {
                    var chunks = Chunker.Chunk(normalized.Paper);
                    var content = new PaperContent
                    {
                        Paper = normalized.Paper,
                        Chunks = chunks,
                        Records =
                        [
                            WorkMerge.RecordOf(
                                normalized.Paper, normalized.Aliases, new Provenance(source.Format, source.Location, read.Line), DateOnly.MinValue),
                        ],
                        Aliases = normalized.Aliases,
                        Hash = Convert.ToHexStringLower(ContentHash.Of(normalized.Paper, chunks)),
                        IsEmbedded = true,
                    };
                    points.Add(new PaperPoint(content.Sealed(), chunks[0], vector));
                }
            }
        }

        return points;
    }

    private static long Write(IEnumerable<PaperPoint> points, int threads)
    {
        var bytes = 0L;
        using var batches = new ThreadLocal<PointBatch>(() => new PointBatch(TermWeights.UsualAverageLength), trackAllValues: true);
        Parallel.ForEach(points.Chunk(PointsAtOnce), new ParallelOptions { MaxDegreeOfParallelism = threads }, some =>
        {
            var batch = batches.Value!;
            for (var from = 0; from < some.Length;)
            {
                from += batch.Write(some.AsSpan(from), BatchBytes);
                Interlocked.Add(ref bytes, batch.Body.Length);
            }
        });
        foreach (var batch in batches.Values)
        {
            batch.Dispose();
        }

        return bytes;
    }

    private static (int Terms, int Ids, long Held) CountTerms(List<PaperPoint> points)
    {
        var terms = new Dictionary<string, uint>(StringComparer.Ordinal);
        var held = 0L;
        var chunk = new ChunkTerms();
        foreach (var point in points)
        {
            chunk.Read(point.Content.Paper, point.Chunk);
            held += chunk.Ids.Length;
            foreach (var term in chunk.Terms)
            {
                terms.TryAdd(term, TermId.Of(term));
            }
        }

        return (terms.Count, terms.Values.Distinct().Count(), held);
    }

    private static ReadOnlyMemory<float> Vector()
    {
        var random = new Random(1);
        var vector = Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return vector.Select(v => v / length).ToArray();
    }
}
