namespace PaperChat.Embedded.Index;

/// <summary>
/// One posting as varints: the gap to the document before (to -1 at first) times two, plus one when the term stands there once, in
/// the text; else its frequency in title and text follow.
/// </summary>
internal static class PostingCodec
{
    public static void Write(ByteBuffer buffer, int gap, int inTitle, int inText)
    {
        var isOnceInText = inTitle == 0 && inText == 1;
        buffer.WriteVarint(((uint)gap << 1) | (isOnceInText ? 1u : 0u));
        if (!isOnceInText)
        {
            buffer.WriteVarint((uint)inTitle);
            buffer.WriteVarint((uint)inText);
        }
    }

    public static (int Gap, int InTitle, int InText) Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var head = Varint.Read(bytes, ref at);
        return (head & 1) != 0
            ? ((int)(head >> 1), 0, 1)
            : ((int)(head >> 1), (int)Varint.Read(bytes, ref at), (int)Varint.Read(bytes, ref at));
    }
}
