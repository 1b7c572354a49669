using System.Runtime.Intrinsics.X86;
using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The vectors of one segment, mapped. Thread-safe. The sign bits and each row are checked when they are first used, so that
/// damage is an <see cref="InvalidDataException"/> and never a wrong result.
/// </summary>
internal sealed unsafe class VectorFile : IDisposable
{
    private readonly MappedFile _file;
    private readonly byte* _start;
    private readonly uint _checksum;
    private readonly bool[] _checkedRows;
    private bool _checked;
    private int _uses = 1;

    private VectorFile(MappedFile file)
    {
        _file = file;
        _start = file.Start;
        (Format, _checksum) = VectorFormat.ReadHeader(new ReadOnlySpan<byte>(_start, VectorFormat.HeaderSize), file.Length);
        _checkedRows = new bool[Format.Rows];
    }

    public string Name => _file.Name;

    public VectorFormat Format { get; }

    /// <summary>The sign bits of all rows, see <see cref="SignBits"/>.</summary>
    public ReadOnlySpan<byte> Signs
    {
        get
        {
            var signs = new ReadOnlySpan<byte>(_start + VectorFormat.HeaderSize, checked((int)SignBits.SizeOf(Format.Rows, Format.PaddedDimension)));
            if (!Volatile.Read(ref _checked))
            {
                if (Checksum.Of(signs) != _checksum)
                {
                    throw new InvalidDataException("the checksum of the sign bits does not match");
                }

                Volatile.Write(ref _checked, true);
            }

            return signs;
        }
    }

    public static VectorFile Open(string path)
    {
        var file = MappedFile.Open(path, VectorFormat.HeaderSize);
        try
        {
            return new VectorFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A checked row.</summary>
    public ReadOnlySpan<byte> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Format.Rows);
        var bytes = new ReadOnlySpan<byte>(_start + Format.RowsAt + ((long)row * Format.RowStride), Format.RowStride);
        if (!_checkedRows[row])
        {
            QuantizedRow.Check(bytes);
            _checkedRows[row] = true;
        }

        return bytes;
    }

    /// <summary>Starts to bring a row into the cache: rows that are asked for lie far from each other.</summary>
    public void Prefetch(int row)
    {
        if (Sse.IsSupported && (uint)row < (uint)Format.Rows)
        {
            var start = _start + Format.RowsAt + ((long)row * Format.RowStride);
            for (var line = 0; line < Format.RowStride; line += 64)
            {
                Sse.Prefetch0(start + line);
            }
        }
    }

    /// <summary>Reads everything and compares every checksum.</summary>
    public void CheckAll()
    {
        _ = Signs;
        Array.Clear(_checkedRows);
        for (var row = 0; row < Format.Rows; row++)
        {
            Row(row);
        }
    }

    /// <summary>One more owner; the file is unmapped when the last one disposes it.</summary>
    public VectorFile Share()
    {
        Interlocked.Increment(ref _uses);
        return this;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            _file.Dispose();
        }
    }
}
