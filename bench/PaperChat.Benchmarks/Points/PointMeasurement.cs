using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Ingestion;
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
        var (terms, ids) = CountTerms(points);
        Console.WriteLine(FormattableString.Invariant(
            $"{points.Count:N0} papers, {threads} threads: {points.Count / took.TotalSeconds:N0} papers a second; {used.TotalMicroseconds / points.Count:N1} microseconds of processor time and {bytes / points.Count:N0} bytes a paper"));
        Console.WriteLine(FormattableString.Invariant(
            $"mean length {ChunkTerms.AverageLength(points.Select(p => p.Content)):N1} terms; {terms:N0} distinct terms, {ids:N0} ids: {terms - ids:N0} terms share another's"));
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
                        Provenance = new Provenance(source.Format, source.Location, read.Line),
                        Aliases = normalized.Aliases,
                        Hash = Convert.ToHexStringLower(ContentHash.Of(normalized.Paper, chunks)),
                        IsEmbedded = true,
                    };
                    points.Add(new PaperPoint(content, chunks[0], vector));
                }
            }
        }

        return points;
    }

    private static long Write(IEnumerable<PaperPoint> points, int threads)
    {
        var bytes = 0L;
        Parallel.ForEach(points.Chunk(PointsAtOnce), new ParallelOptions { MaxDegreeOfParallelism = threads }, some =>
        {
            var serializer = new PointSerializer(TermWeights.UsualAverageLength);
            var buffer = new ArrayBufferWriter<byte>(1 << 20);
            using var json = new Utf8JsonWriter(buffer, PointSerializer.Relaxed);
            json.WriteStartArray();
            foreach (var point in some)
            {
                serializer.Write(json, point);
            }

            json.WriteEndArray();
            json.Flush();
            Interlocked.Add(ref bytes, buffer.WrittenCount);
        });
        return bytes;
    }

    private static (int Terms, int Ids) CountTerms(List<PaperPoint> points)
    {
        var terms = new ConcurrentDictionary<string, uint>(StringComparer.Ordinal);
        foreach (var point in points)
        {
            var chunk = new ChunkTerms();
            chunk.Read(point.Content.Paper, point.Chunk);
            foreach (var term in chunk.Terms)
            {
                terms.TryAdd(term, TermId.Of(term));
            }
        }

        return (terms.Count, terms.Values.Distinct().Count());
    }

    private static ReadOnlyMemory<float> Vector()
    {
        var random = new Random(1);
        var vector = Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return vector.Select(v => v / length).ToArray();
    }
}
