using System.Text;
using PaperChat.Bibliography;
using PaperChat.Sources.Xml;

namespace PaperChat.Sources.AclAnthology;

/// <summary>Texts of the Anthology: formulas stand in <c>tex-math</c>, words whose case stays in <c>fixed-case</c>, addresses in <c>url</c>.</summary>
internal static class AclText
{
    public static string Plain(XmlNode node)
    {
        var text = new StringBuilder();
        foreach (var child in node.Children)
        {
            text.Append(child.Name == "tex-math" ? $"${child.Text}$" : child.Children.Count > 0 ? Plain(child) : child.Text);
        }

        return text.ToString();
    }

    public static string Name(XmlNode author)
    {
        var (first, last) = (author.TextOf("first"), author.TextOf("last"));
        return first.Length == 0 && last.Length == 0 ? Records.WrappedText.OneLine(author.Text)
            : first.Length == 0 ? Records.WrappedText.OneLine(last)
            : PersonName.Parse($"{last}, {first}").ToString();
    }
}
