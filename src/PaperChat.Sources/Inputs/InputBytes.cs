using System.Buffers;

namespace PaperChat.Sources.Inputs;

/// <summary>The bytes of an input one after another, with the line they stand on; a byte order mark is left out.</summary>
internal sealed class InputBytes(Stream stream) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _at;
    private int _end;
    private bool _started;

    /// <summary>Of the byte taken last, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The next byte of those read; false when more must be read, with <see cref="FillAsync"/>.</summary>
    public bool TryTake(out byte value)
    {
        if (_at == _end)
        {
            value = 0;
            return false;
        }

        // A line break belongs to the line that it ends.
        Line += _at > 0 && _buffer[_at - 1] == '\n' ? 1 : 0;
        value = _buffer[_at++];
        return true;
    }

    /// <summary>False at the end of the input.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        // The last byte stays in front, to be seen as the one before.
        var last = _end > 0 ? _buffer[_end - 1] : (byte)0;
        _buffer[0] = last;
        var count = await stream.ReadAtLeastAsync(_buffer.AsMemory(1, _buffer.Length - 1), 3, throwOnEndOfStream: false, cancellationToken);
        (_at, _end) = (1, count + 1);
        if (!_started && _buffer.AsSpan(1, count) is [0xEF, 0xBB, 0xBF, ..])
        {
            _at = 4;
        }

        _started = true;
        return count > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
