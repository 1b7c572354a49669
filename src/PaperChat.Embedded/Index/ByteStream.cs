namespace PaperChat.Embedded.Index;

/// <summary>Where a stream of a <see cref="ByteArena"/> begins, and where it goes on. Changed by the arena alone.</summary>
internal struct ByteStream
{
    public int First;
    public int At;
    public int End;
    public int SliceSize;
}
