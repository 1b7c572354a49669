using System.Buffers;
using System.Text.Json;

namespace PaperChat.Qdrant.Points;

/// <summary>Points as one request's body. Used again for other points, as its memory is large; not thread-safe.</summary>
/// <param name="averageLength">That of the collection's manifest.</param>
internal sealed class PointBatch(double averageLength) : IDisposable
{
    private const int UsualBytes = 1 << 20;

    private readonly PointSerializer _serializer = new(averageLength);
    private readonly ArrayBufferWriter<byte> _buffer = new(UsualBytes);
    private readonly Utf8JsonWriter _json = new(Stream.Null, PointSerializer.Relaxed);

    public double AverageLength => averageLength;

    /// <summary>What <see cref="Write"/> wrote last.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.WrittenMemory;

    /// <summary>Parts of a list that have roughly so many bytes each, so that they can be written side by side.</summary>
    public static IEnumerable<ArraySegment<PaperPoint>> Divide(IReadOnlyList<PaperPoint> points, int bytes)
    {
        PaperPoint[] all = [.. points];
        var (from, size) = (0, 0L);
        for (var i = 0; i < all.Length; i++)
        {
            size += RoughSize(all[i]);
            if (size >= bytes || i == all.Length - 1)
            {
                yield return new ArraySegment<PaperPoint>(all, from, i + 1 - from);
                (from, size) = (i + 1, 0);
            }
        }
    }

    /// <summary>
    /// Writes points from the first on: at least one, and more until they have so many bytes; then what stands beside them. Returns how
    /// many points.
    /// </summary>
    public int Write(ReadOnlySpan<PaperPoint> points, int bytes, Action<Utf8JsonWriter>? writeMore = null)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteStartArray("points");
        var count = 0;
        do
        {
            _serializer.Write(_json, points[count++]);
        }
        while (count < points.Length && _buffer.WrittenCount + _json.BytesPending < bytes);
        _json.WriteEndArray();
        writeMore?.Invoke(_json);
        _json.WriteEndObject();
        _json.Flush();
        return count;
    }

    public void Dispose() => _json.Dispose();

    // Of 196,732 abstracts a point has 1,100 bytes of keys, ids and authors, 9 a number of its vector, and 2.6 a letter, with weights.
    private static long RoughSize(PaperPoint point)
    {
        var paper = point.Content.Paper;
        var letters = paper.Title.Length + (2L * point.Chunk.Length) + (point.IsHead ? paper.Abstract.Length + (paper.Body?.Length ?? 0) : 0);
        return 1_100 + (9L * (point.Vector?.Length ?? 0)) + (2 * letters);
    }
}
