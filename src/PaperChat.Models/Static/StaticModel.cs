using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using PaperChat.Library;

namespace PaperChat.Models.Static;

/// <summary>
/// A packed static model, used where it lies in memory. The layout is described in <c>tools/embeddings/pack.py</c>. The stream is kept
/// because it keeps the memory valid.
/// </summary>
internal sealed unsafe class StaticModel
{
    private const int HeaderLength = 128;
    private const int Block = 64;
    private const uint KnownMask = (1 << 20) - 1;

    private readonly UnmanagedMemoryStream _owner;
    private readonly uint* _starts;
    private readonly uint* _fingerprints;
    private readonly float* _scales;
    private readonly sbyte* _rows;
    private readonly int _shift;
    private readonly Lazy<ulong[]> _known;

    private StaticModel(UnmanagedMemoryStream owner)
    {
        _owner = owner;
        var start = owner.PositionPointer;
        var header = new ReadOnlySpan<byte>(start, HeaderLength);
        var dimension = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        Rows = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        var buckets = BinaryPrimitives.ReadInt32LittleEndian(header[16..]);
        var name = Encoding.UTF8.GetString(header.Slice(64, BinaryPrimitives.ReadInt32LittleEndian(header[20..])));
        Info = new EmbeddingModelInfo(name, dimension, Convert.ToHexStringLower(header.Slice(32, 32)));
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)buckets);

        var offset = (long)HeaderLength;
        _starts = (uint*)(start + offset);
        offset += Padded(4L * (buckets + 1));
        _fingerprints = (uint*)(start + offset);
        offset += Padded(4L * Rows);
        _scales = (float*)(start + offset);
        offset += Padded(4L * Rows);
        _rows = (sbyte*)(start + offset);
        offset += Padded((long)Rows * dimension);
        if (offset != owner.Length || dimension % Block != 0)
        {
            throw Damaged();
        }

        _known = new Lazy<ulong[]>(MakeKnown);
    }

    public EmbeddingModelInfo Info { get; }

    public int Rows { get; }

    /// <summary>Takes the ownership of the stream, which stands at the model's first byte and ends with it.</summary>
    /// <exception cref="PaperChatException">The stream holds no packed model.</exception>
    public static StaticModel Open(UnmanagedMemoryStream stream) =>
        BitConverter.IsLittleEndian && stream.Length >= HeaderLength && new ReadOnlySpan<byte>(stream.PositionPointer, 8).SequenceEqual("PCEMBED1"u8)
            ? new StaticModel(stream)
            : throw Damaged();

    /// <summary>The row of a token by its hash; -1 when the model does not have it.</summary>
    public int Find(ulong hash)
    {
        // Most pairs of words are unknown, and most of them end here.
        if ((_known.Value[((uint)hash & KnownMask) >> 6] & (1UL << ((int)hash & 63))) == 0)
        {
            return -1;
        }

        var bucket = hash >> _shift;
        var end = _starts[bucket + 1];
        for (var i = _starts[bucket]; i < end; i++)
        {
            if (_fingerprints[i] == (uint)hash)
            {
                return (int)i;
            }
        }

        return -1;
    }

    /// <summary>Starts to bring a row into the cache: the rows of a text lie far from each other, and are summed once all are known.</summary>
    public void Prefetch(int row)
    {
        if (Sse.IsSupported)
        {
            var from = _rows + ((long)row * Info.Dimension);
            for (var column = 0; column < Info.Dimension; column += Block)
            {
                Sse.Prefetch0(from + column);
            }
        }
    }

    public bool IsStopWord(int row) => _scales[row] == 0;

    /// <summary>Writes the sum of the rows, divided by its norm; zeros when there is no row.</summary>
    public void Sum(ReadOnlySpan<int> rows, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, Info.Dimension);
        fixed (float* to = destination)
        {
            var squares = 0f;
            for (var column = 0; column < destination.Length; column += Block)
            {
                squares += SumBlock(rows, column, to + column);
            }

            Scale(to, squares > 0 ? 1 / MathF.Sqrt(squares) : 0);
        }

        GC.KeepAlive(_owner);
    }

    // Sixty-four columns at a time, so that their sums stay in registers over all rows. Returns the sum of their squares.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float SumBlock(ReadOnlySpan<int> rows, int column, float* to)
    {
        var dimension = Info.Dimension;
        var first = _rows + column;
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        foreach (var row in rows)
        {
            var scale = Vector256.Create(_scales[row]);
            var from = first + ((long)row * dimension);
            var (lower, upper) = Vector256.Widen(Vector256.Load(from));
            Add(lower, scale, ref a, ref b);
            Add(upper, scale, ref c, ref d);
            (lower, upper) = Vector256.Widen(Vector256.Load(from + 32));
            Add(lower, scale, ref e, ref f);
            Add(upper, scale, ref g, ref h);
        }

        a.Store(to);
        b.Store(to + 8);
        c.Store(to + 16);
        d.Store(to + 24);
        e.Store(to + 32);
        f.Store(to + 40);
        g.Store(to + 48);
        h.Store(to + 56);
        return Vector256.Sum((a * a) + (b * b) + (c * c) + (d * d) + (e * e) + (f * f) + (g * g) + (h * h));
    }

    private void Scale(float* values, float factor)
    {
        for (var i = 0; i < Info.Dimension; i += Vector256<float>.Count)
        {
            (Vector256.Load(values + i) * factor).Store(values + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<short> values, Vector256<float> scale, ref Vector256<float> low, ref Vector256<float> high)
    {
        var (lower, upper) = Vector256.Widen(values);
        low = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(lower), scale, low);
        high = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(upper), scale, high);
    }

    // One bit for each value of the last twenty bits of a fingerprint: small enough to stay in the cache.
    private ulong[] MakeKnown()
    {
        var known = new ulong[(KnownMask + 1) / 64];
        for (var row = 0; row < Rows; row++)
        {
            known[(_fingerprints[row] & KnownMask) >> 6] |= 1UL << (int)(_fingerprints[row] & 63);
        }

        return known;
    }

    private static long Padded(long length) => (length + 63) & ~63L;

    private static PaperChatException Damaged() =>
        new("The built-in embedding model is damaged: PaperChat.Models was not built or copied whole. Install the program again.");
}
