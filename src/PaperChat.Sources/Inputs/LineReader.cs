using System.Buffers;

namespace PaperChat.Sources.Inputs;

/// <summary>
/// Lines of bytes, without their <c>\n</c> or <c>\r\n</c> and without a byte order mark. Memory is bounded by the longest line
/// allowed: what goes beyond is passed over unread, and the next line comes as usual.
/// </summary>
internal sealed class LineReader(Stream stream, int maxLength) : IDisposable
{
    private const int FirstSize = 256 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _scanned;
    private int _end;
    private bool _ended;

    /// <summary>Valid until the next read; empty when <see cref="IsTooLong"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>From 1.</summary>
    public long Number { get; private set; }

    public bool IsTooLong { get; private set; }

    /// <summary>False for a last line that the input ends without a line break.</summary>
    public bool HasLineBreak { get; private set; }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        IsTooLong = false;
        while (true)
        {
            var length = _buffer.AsSpan(_scanned.._end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Take(_scanned + length, hasLineBreak: true);
                return true;
            }

            _scanned = _end;
            if (_ended)
            {
                return TakeLast();
            }

            await FillAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private bool TakeLast()
    {
        if (_start == _end && !IsTooLong)
        {
            return false;
        }

        Take(_end, hasLineBreak: false);
        return true;
    }

    private void Take(int end, bool hasLineBreak)
    {
        Number++;
        HasLineBreak = hasLineBreak;
        IsTooLong |= end - _start > maxLength;
        var line = IsTooLong ? ReadOnlyMemory<byte>.Empty : _buffer.AsMemory(_start..end);
        line = line.Span is [.., (byte)'\r'] ? line[..^1] : line;
        Line = Number == 1 && line.Span is [0xEF, 0xBB, 0xBF, ..] ? line[3..] : line;
        _start = _scanned = Math.Min(end + 1, _end);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (IsTooLong || _end - _start > maxLength)
        {
            IsTooLong = true;
            _start = _scanned = _end = 0;
        }

        MakeRoom();
        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        _ended = count == 0;
    }

    private void MakeRoom()
    {
        if (_start == 0 && _end < _buffer.Length)
        {
            return;
        }

        var target = _end - _start > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(_start.._end).CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        (_start, _scanned, _end) = (0, _scanned - _start, _end - _start);
    }
}
