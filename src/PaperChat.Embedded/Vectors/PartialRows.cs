using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The rows of a vector file that is not complete: one after another, in the order of documents. A file that was cut off anywhere
/// keeps its whole rows. Not thread-safe.
/// </summary>
internal sealed class PartialRows : IDisposable
{
    private readonly FileStream _stream;
    private readonly int _stride;
    private readonly byte[] _row;

    public PartialRows(string path, EmbeddingModelInfo model)
    {
        _stride = new VectorFormat(model.Dimension, 0).RowStride;
        _row = new byte[_stride];
        _stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, BufferSize = 1 << 18 });
    }

    public int Count => (int)(_stream.Length / _stride);

    /// <summary>Appends whole rows.</summary>
    public void Append(ReadOnlySpan<byte> rows)
    {
        _stream.Position = (long)Count * _stride;
        _stream.Write(rows);
        _stream.Flush();
    }

    /// <summary>A checked row; valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(int row)
    {
        if (_stream.Position != (long)row * _stride)
        {
            _stream.Position = (long)row * _stride;
        }

        _stream.ReadExactly(_row);
        QuantizedRow.Check(_row);
        return _row;
    }

    /// <summary>Forgets what a machine that lost its power did not write: all rows from the first damaged one on.</summary>
    public void DropDamaged()
    {
        for (var row = 0; row < Count; row++)
        {
            try
            {
                Read(row);
            }
            catch (InvalidDataException)
            {
                _stream.SetLength((long)row * _stride);
            }
        }
    }

    public void Dispose() => _stream.Dispose();
}
