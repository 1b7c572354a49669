using System.Text;
using System.Text.Unicode;

namespace PaperChat.Sources.Inputs;

/// <summary>A piece that a file was cut into, at the line on which it begins; with a problem, its bytes are not worth reading.</summary>
internal readonly record struct TextPiece(ReadOnlyMemory<byte> Bytes, long Line, string? Problem)
{
    /// <summary>Its text; bytes that are no UTF-8 are Latin-1, which old reference managers wrote.</summary>
    public string Text => Decode(Bytes.Span);

    public static string Decode(ReadOnlySpan<byte> bytes) => (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
}
