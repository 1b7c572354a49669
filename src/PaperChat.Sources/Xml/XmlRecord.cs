using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Xml;

/// <summary>
/// Reads one record that was cut out of a file. Document types are prohibited and nothing is resolved; entities of HTML, which some
/// exports use undeclared, and lone ampersands are read as what they mean, and prefixes need no declaration, which stands outside of the cut.
/// </summary>
internal static partial class XmlRecord
{
    private const int Deepest = 64;

    /// <summary>The record's element; null with the reason when it is not well-formed.</summary>
    public static XmlNode? Read(TextPiece piece, out string? problem)
    {
        problem = piece.Problem;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            using var text = new StringReader(Ampersand().Replace(Controls().Replace(piece.Text, " "), Meaning));
            using var reader = new XmlTextReader(text) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            return Read(reader, out problem);
        }
        catch (XmlException failure)
        {
            problem = $"The record is not well-formed XML (line {piece.Line + Math.Max(0, failure.LineNumber - 1)}: {WithoutPlace(failure.Message)})";
            return null;
        }
    }

    /// <summary>The attributes of an opening tag.</summary>
    public static XmlNode? ReadOpening(TextPiece piece)
    {
        var tag = piece.Text;
        return tag.EndsWith("/>", StringComparison.Ordinal)
            ? Read(piece, out _)
            : Read(piece with { Bytes = System.Text.Encoding.UTF8.GetBytes(tag[..^1] + "/>") }, out _);
    }

    private static XmlNode? Read(XmlTextReader reader, out string? problem)
    {
        var open = new Stack<XmlNode>();
        problem = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var node = Element(reader);
                    if (open.Count > 0)
                    {
                        open.Peek().Add(node);
                    }

                    if (isEmpty && open.Count == 0)
                    {
                        return node;
                    }

                    if (!isEmpty)
                    {
                        open.Push(node);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    open.Peek().Add(new XmlNode("", reader.Value));
                    break;
                case XmlNodeType.EndElement when open.Pop() is var closed && open.Count == 0:
                    return closed;
            }

            if (open.Count > Deepest)
            {
                problem = $"The record holds elements in elements more than {Deepest} deep.";
                return null;
            }
        }

        problem = "The record is no XML element.";
        return null;
    }

    private static XmlNode Element(XmlTextReader reader)
    {
        var node = new XmlNode(WithoutPrefix(reader.Name));
        while (reader.MoveToNextAttribute())
        {
            node.SetAttribute(WithoutPrefix(reader.Name), reader.Value);
        }

        reader.MoveToElement();
        return node;
    }

    private static string WithoutPrefix(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string WithoutPlace(string message) => Place().Replace(message, "").TrimEnd('.');

    private static string Meaning(Match match)
    {
        if (match.Length == 1)
        {
            return "&amp;";
        }

        var decoded = WebUtility.HtmlDecode(match.Value);
        return decoded == match.Value ? "&amp;" + match.Value[1..] : decoded is "<" or ">" or "&" or "\"" or "'" ? match.Value : decoded;
    }

    // An entity of XML stays; one of HTML has a name of letters; anything else is an ampersand.
    [GeneratedRegex(@"&(?!(amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)([A-Za-z][A-Za-z0-9]{1,31};)?")]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|&#x?0*;|&#(x0*1?[0-9a-bA-BeEfF]|0*[0-8]|0*1[124-9]|0*2[0-9]|0*3[01]);")]
    private static partial Regex Controls();

    [GeneratedRegex(@"\s*Line \d+, position \d+\.$")]
    private static partial Regex Place();
}
