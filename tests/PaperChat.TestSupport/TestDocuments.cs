using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace PaperChat.TestSupport;

/// <summary>Small documents, made on the spot: PDF 1.4, and the least of Word and PowerPoint (ECMA-376) that programs take for whole.</summary>
public static class TestDocuments
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Slides = "http://schemas.openxmlformats.org/presentationml/2006/main";

    /// <summary>A PDF document; an empty line leaves a gap. ASCII alone.</summary>
    public static byte[] Pdf(params string[] pages)
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + 2 * i} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var page in pages)
        {
            var lines = page.Split('\n').Select(l => $"({l.Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)}) Tj T*");
            var content = $"BT /F1 10 Tf 50 760 Td 13 TL\n{string.Join('\n', lines)}\nET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (i, value) in objects.Index())
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{value}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>A Word document; a paragraph that begins with a form feed begins a page.</summary>
    public static byte[] Word(params string[] paragraphs) => Zip(
        ("[Content_Types].xml", Types(("/word/document.xml", "wordprocessingml.document.main"))),
        ("_rels/.rels", Related(("rId1", "officeDocument", "word/document.xml"))),
        ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + string.Concat(paragraphs.Select(p => $"<w:p><w:r>{(p.StartsWith('\f') ? "<w:lastRenderedPageBreak/>" : "")}<w:t>{SecurityElement.Escape(p.TrimStart('\f'))}</w:t></w:r></w:p>"))
            + "</w:body></w:document>"));

    /// <summary>A presentation of one text a slide.</summary>
    public static byte[] PowerPoint(params string[] slides)
    {
        var numbers = Enumerable.Range(1, slides.Length).ToArray();
        return Zip([
            ("[Content_Types].xml", Types([("/ppt/presentation.xml", "presentationml.presentation.main"), .. numbers.Select(n => ($"/ppt/slides/slide{n}.xml", "presentationml.slide"))])),
            ("_rels/.rels", Related(("rId1", "officeDocument", "ppt/presentation.xml"))),
            ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"{Slides}\" xmlns:r=\"{Relationships}\"><p:sldIdLst>{string.Concat(numbers.Select(n => $"<p:sldId id=\"{255 + n}\" r:id=\"rId{n}\"/>"))}</p:sldIdLst></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", Related([.. numbers.Select(n => ($"rId{n}", "slide", $"slides/slide{n}.xml"))])),
            .. numbers.Select(n => ($"ppt/slides/slide{n}.xml", $"<p:sld xmlns:p=\"{Slides}\" xmlns:a=\"{Drawing}\"><p:cSld><p:spTree><p:sp><p:txBody>{string.Concat(slides[n - 1].Split('\n').Select(l => $"<a:p><a:r><a:t>{SecurityElement.Escape(l)}</a:t></a:r></a:p>"))}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>")),
        ]);
    }

    private static string Types(params (string Part, string Type)[] parts) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + string.Concat(parts.Select(p => $"<Override PartName=\"{p.Part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{p.Type}+xml\"/>")) + "</Types>";

    private static string Related(params (string Id, string Kind, string Target)[] related) =>
        $"<Relationships xmlns=\"{Packages}\">" + string.Concat(related.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relationships}/{r.Kind}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
            }
        }

        return bytes.ToArray();
    }
}
