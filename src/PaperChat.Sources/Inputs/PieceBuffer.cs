namespace PaperChat.Sources.Inputs;

/// <summary>The bytes of the piece that is being read. Beyond the longest allowed they are counted and not kept.</summary>
internal sealed class PieceBuffer
{
    /// <summary>Longest piece, in bytes: longer than any abstract with its record, short enough to hold in memory.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public bool IsTooLong => Length > Longest;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Math.Min(Length, Longest));

    public void Clear() => Length = 0;

    public void Add(byte value)
    {
        if (Length < Longest)
        {
            if (Length == _bytes.Length)
            {
                Array.Resize(ref _bytes, _bytes.Length * 2);
            }

            _bytes[Length] = value;
        }

        Length++;
    }

    /// <summary>Leaves what begins at a place.</summary>
    public void DropBefore(int start)
    {
        Bytes[start..].CopyTo(_bytes);
        Length -= start;
    }

    /// <summary>The first bytes as a piece of their own.</summary>
    public TextPiece Piece(int length, long line) => IsTooLong
        ? new TextPiece(ReadOnlyMemory<byte>.Empty, line, $"The entry is longer than {Longest / 1024 / 1024} MB.")
        : new TextPiece(Bytes[..length].ToArray(), line, null);
}
