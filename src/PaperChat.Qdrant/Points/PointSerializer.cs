using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
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
    private const int Decimals = 6;
    private const int Scale = 1_000_000;
    private const int LongestNumber = 24;

    public static JsonWriterOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ChunkTerms _terms = new();
    private readonly List<float> _weights = [];

    public void Write(Utf8JsonWriter json, PaperPoint point)
    {
        _terms.Read(point.Content.Paper, point.Chunk);
        json.WriteStartObject();
        json.WriteString("id", point.Id);
        json.WriteStartObject("vector");
        if (point.Vector is { } vector)
        {
            json.WritePropertyName(PointKeys.Meaning);
            WriteNumbers(json, vector.Span);
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
    public static void WriteNumbers(Utf8JsonWriter json, ReadOnlyMemory<float> vector) => WriteNumbers(json, vector.Span);

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
        _weights.Clear();
        foreach (var frequency in _terms.Frequencies)
        {
            _weights.Add((float)TermWeights.Of(frequency, _terms.Length, averageLength));
        }

        WriteNumbers(json, CollectionsMarshal.AsSpan(_weights));
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, ReadOnlySpan<float> numbers)
    {
        var text = ArrayPool<byte>.Shared.Rent((numbers.Length * LongestNumber) + 2);
        var at = 0;
        text[at++] = (byte)'[';
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0)
            {
                text[at++] = (byte)',';
            }

            at += Format(numbers[i], text.AsSpan(at));
        }

        text[at++] = (byte)']';
        json.WriteRawValue(text.AsSpan(0, at), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(text);
    }

    // Six decimals without zeros behind the last that counts; numbers too large for that are left to the framework.
    internal static int Format(double value, Span<byte> text)
    {
        var scaled = (Math.Abs(value) * Scale) + 0.5;
        if (!(scaled < long.MaxValue / 2))
        {
            value.TryFormat(text, out var written, "R", CultureInfo.InvariantCulture);
            return written;
        }

        var number = (long)scaled;
        var at = 0;
        if (value < 0 && number > 0)
        {
            text[at++] = (byte)'-';
        }

        var rest = (uint)(number % Scale);
        at += WriteWhole(number / Scale, text[at..]);
        return rest == 0 ? at : at + WriteDecimals(rest, text[at..]);
    }

    private static int WriteWhole(long whole, Span<byte> text)
    {
        if (whole < 10)
        {
            text[0] = (byte)('0' + whole);
            return 1;
        }

        whole.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    private static int WriteDecimals(uint rest, Span<byte> text)
    {
        text[0] = (byte)'.';
        for (var i = Decimals; i > 0; i--)
        {
            text[i] = (byte)('0' + (rest % 10));
            rest /= 10;
        }

        var last = Decimals;
        while (text[last] == (byte)'0')
        {
            last--;
        }

        return last + 1;
    }
}
