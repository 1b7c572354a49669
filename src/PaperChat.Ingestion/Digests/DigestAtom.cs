using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace PaperChat.Ingestion.Digests;

/// <summary>Digests as an Atom feed (RFC 4287), the newest first; a digest keeps its id whenever the feed is written.</summary>
internal static class DigestAtom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static string Write(string subscription, string title, IReadOnlyList<(OutgoingDigest Digest, DigestPage Page)> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "id", IdOf(subscription));
            Element(xml, "title", title);
            Element(xml, "updated", Time(digests.Count == 0 ? DateTimeOffset.UnixEpoch : digests[0].Digest.Composed));
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", "PaperChat");
            xml.WriteEndElement();
            foreach (var (digest, page) in digests)
            {
                xml.WriteStartElement("entry", Namespace);
                Element(xml, "id", IdOf($"{subscription}/{digest.Period.ToUniversalTime():O}"));
                Element(xml, "title", page.Title);
                Element(xml, "updated", Time(digest.Composed));
                xml.WriteStartElement("content", Namespace);
                xml.WriteAttributeString("type", "html");
                xml.WriteString(DigestHtml.WriteBody(page));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // RFC 9562, 5.8: a version 8 UUID, here of a hash.
    private static string IdOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("paperchat/" + name)).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }
}
