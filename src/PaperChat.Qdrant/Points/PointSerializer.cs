using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperChat.Qdrant.Points;

/// <summary>
/// Writes chunks as points in JSON: both vectors and the payload. Numbers of vectors have six decimals: of numbers below 1 that is as
/// much as a search can tell apart, and a third of the bytes. Used again for other points; not thread-safe.
/// </summary>
/// <param name="averageLength">That of the collection's manifest.</param>
internal sealed class PointSerializer(double averageLength)
{
    private const int Decimals = 1_000_000;
    private const int LongestNumber = 24;

    public static JsonWriterOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ChunkTerms _terms = new();

    public void Write(Utf8JsonWriter json, PaperPoint point)
    {
        _terms.Read(point.Content.Paper, point.Chunk);
        json.WriteStartObject();
        json.WriteString("id", point.Id);
        json.WriteStartObject("vector");
        if (point.Vector is { } vector)
        {
            json.WritePropertyName(PointKeys.Meaning);
            WriteNumbers(json, vector.Length, i => vector.Span[i]);
        }

        // A text without any term has no sparse vector: the server takes none that is empty.
        if (_terms.Ids.Length > 0)
        {
            WriteWords(json);
        }

        json.WriteEndObject();
        json.WritePropertyName("payload");
        PaperPayloadWriter.Write(json, point, _terms.Terms);
        json.WriteEndObject();
    }

    /// <summary>Writes a query's vector like those of points.</summary>
    public static void WriteNumbers(Utf8JsonWriter json, ReadOnlyMemory<float> vector) => WriteNumbers(json, vector.Length, i => vector.Span[i]);

    private void WriteWords(Utf8JsonWriter json)
    {
        json.WriteStartObject(PointKeys.Words);
        json.WriteStartArray("indices");
        foreach (var id in _terms.Ids)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
        json.WritePropertyName("values");
        WriteNumbers(json, _terms.Ids.Length, i => TermWeights.Of(_terms.Frequencies[i], _terms.Length, averageLength));
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, int count, Func<int, double> number)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((count * LongestNumber) + 2);
        var at = 0;
        buffer[at++] = (byte)'[';
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                buffer[at++] = (byte)',';
            }

            at += Format(number(i), buffer.AsSpan(at));
        }

        buffer[at++] = (byte)']';
        json.WriteRawValue(buffer.AsSpan(0, at), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // Six decimals without zeros behind the last that counts; numbers too large for that are left to the framework.
    internal static int Format(double value, Span<byte> text)
    {
        var scaled = Math.Round(Math.Abs(value) * Decimals);
        if (!(scaled < long.MaxValue / 2))
        {
            value.TryFormat(text, out var written, "R", CultureInfo.InvariantCulture);
            return written;
        }

        var at = 0;
        var number = (long)scaled;
        if (value < 0 && number > 0)
        {
            text[at++] = (byte)'-';
        }

        var (whole, rest) = Math.DivRem(number, Decimals);
        whole.TryFormat(text[at..], out var length, default, CultureInfo.InvariantCulture);
        at += length;
        if (rest == 0)
        {
            return at;
        }

        text[at++] = (byte)'.';
        for (var unit = Decimals / 10; rest > 0; unit /= 10)
        {
            text[at++] = (byte)('0' + (rest / unit));
            rest %= unit;
        }

        return at;
    }
}
