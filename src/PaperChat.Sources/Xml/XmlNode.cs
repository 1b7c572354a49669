using System.Text;

namespace PaperChat.Sources.Xml;

/// <summary>
/// An element of a record, its name without prefix: which namespace a service binds to a prefix is told by the format, not by the file.
/// A text between elements is a child without a name.
/// </summary>
internal sealed class XmlNode(string name, string text = "")
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly List<XmlNode> _children = [];

    /// <summary>"" for a text.</summary>
    public string Name => name;

    public IReadOnlyList<XmlNode> Children => _children;

    public void Add(XmlNode child) => _children.Add(child);

    public void SetAttribute(string attribute, string value) => _attributes[attribute] = value;

    public string Attribute(string attribute) => _attributes.GetValueOrDefault(attribute, "");

    /// <summary>The children of this name, in any case.</summary>
    public IEnumerable<XmlNode> All(string child) => _children.Where(c => c.Name.Equals(child, StringComparison.OrdinalIgnoreCase));

    public XmlNode? First(params ReadOnlySpan<string> names)
    {
        foreach (var child in names)
        {
            if (All(child).FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The text of the first child of one of these names that says something; "" without one.</summary>
    public string TextOf(params ReadOnlySpan<string> names)
    {
        foreach (var child in names)
        {
            foreach (var found in All(child))
            {
                if (found.Text is { } inside && !string.IsNullOrWhiteSpace(inside))
                {
                    return inside.Trim();
                }
            }
        }

        return "";
    }

    /// <summary>All text in it, in order.</summary>
    public string Text
    {
        get
        {
            var all = new StringBuilder();
            Append(all);
            return all.ToString();
        }
    }

    // As deep as the reader lets a record be.
    private void Append(StringBuilder all)
    {
        all.Append(text);
        foreach (var child in _children)
        {
            child.Append(all);
        }
    }
}
