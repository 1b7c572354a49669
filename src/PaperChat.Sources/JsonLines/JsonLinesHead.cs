using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.JsonLines;

/// <summary>Tells JSON Lines of papers from other JSON by the first lines.</summary>
internal static class JsonLinesHead
{
    /// <summary><paramref name="text"/> begins with <c>{</c>.</summary>
    public static RecognizedFormat Recognize(string text, bool isAll)
    {
        // An object that ends on a later line than it began on is one document; a damaged first line is not.
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length).Trim();
        if (firstLine is "{")
        {
            return RecognizedFormat.Unknown("looks like a JSON document over several lines. Save it as JSON Lines: one object a line.");
        }

        var sawLine = isAll || text.Contains('\n');
        return sawLine && !text.Contains("\"title\"", StringComparison.OrdinalIgnoreCase)
            ? RecognizedFormat.Unknown("holds JSON objects without a title: they are not papers. PaperChat needs the fields title and abstract.")
            : RecognizedFormat.Of(SourceFormats.JsonLines);
    }
}
