namespace PaperChat.Embedded.Index;

/// <summary>The bytes of one posting, see <see cref="TermEntry"/>. The first document's gap counts from -1.</summary>
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
}
