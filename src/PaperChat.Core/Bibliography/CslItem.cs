using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>One paper as an item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).</summary>
internal static class CslItem
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Paper paper, string key, bool withAbstract)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteFields(json, paper, key);
            if (withAbstract)
            {
                Write(json, "abstract", paper.Abstract);
                Write(json, "keyword", string.Join(", ", paper.Categories));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteFields(Utf8JsonWriter json, Paper paper, string key)
    {
        json.WriteString("id", key);
        json.WriteString("type", PublicationType.Of(paper) switch
        {
            PublicationType.Article => "article-journal",
            PublicationType.InProceedings => "paper-conference",
            _ => "article",
        });
        Write(json, "title", paper.Title);
        WriteAuthors(json, paper);
        if (paper.Year is { } year)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(year);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Write(json, "container-title", paper.Venue);
        Write(json, "DOI", paper.Doi);
        Write(json, "URL", paper.Url);
        if (paper.Arxiv is { } arxiv)
        {
            json.WriteString("archive", "arXiv");
            json.WriteString("number", $"arXiv:{arxiv}");
        }

        if (BibtexEntry.OwnId(paper) is { } id)
        {
            json.WriteStartObject("custom");
            json.WriteString(BibtexEntry.IdField, id);
            json.WriteEndObject();
        }
    }

    private static void WriteAuthors(Utf8JsonWriter json, Paper paper)
    {
        if (paper.Authors.Count == 0)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (var author in paper.Authors)
        {
            var name = PersonName.Parse(TextCleaner.Clean(author).Text);
            json.WriteStartObject();
            Write(json, name.IsLiteral ? "literal" : "family", name.Family);
            Write(json, "given", name.Given);
            Write(json, "non-dropping-particle", name.Particle);
            Write(json, "suffix", name.Suffix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json.WriteString(name, TextCleaner.Clean(value).Text.Trim());
        }
    }
}
