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

    /// <summary>Writes points from one on: at least one, and more until they have so many bytes. Returns how many.</summary>
    public int Write(ReadOnlySpan<PaperPoint> points, int bytes)
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
        _json.WriteEndObject();
        _json.Flush();
        return count;
    }

    public void Dispose() => _json.Dispose();
}
