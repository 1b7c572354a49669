using PaperChat.Bibliography;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Bibtex;

/// <summary>
/// An entry as a paper. A citation key is no id: other files use the same one for other papers. Fields that mean nothing here are
/// passed over.
/// </summary>
internal static class BibtexRecord
{
    /// <summary>Null with the reason for an entry that is no paper.</summary>
    public static SourceRecord? Read(BibtexFields fields, SourceOptions options, out string? problem)
    {
        var builder = new RecordBuilder(options);
        Set(builder, RecordField.Key, fields.Of("paperchatid"));
        Set(builder, RecordField.Title, Title(fields));
        Set(builder, RecordField.Abstract, fields.Of("abstract"));
        if (fields.Of("author") is { } authors)
        {
            builder.Set(RecordField.Authors, BibtexNames.Read(authors));
        }

        if (ReferenceYear.In(fields.Of("year", "date")) is { } year)
        {
            builder.SetYear(year);
        }

        var howPublished = fields.Of("howpublished");
        Set(builder, RecordField.Venue, fields.Of("journal", "journaltitle", "booktitle", "eventtitle") ?? (IsAddress(howPublished) ? null : howPublished));
        SetIds(builder, fields, howPublished);
        Set(builder, RecordField.Keywords, fields.Of("keywords"));
        var record = builder.Build();
        problem = builder.Problem;
        return record;
    }

    private static void SetIds(RecordBuilder builder, BibtexFields fields, string? howPublished)
    {
        var address = fields.Of("url") ?? (IsAddress(howPublished) ? howPublished : null);
        builder.Set(RecordField.Url, Verbatim(address) ?? "");
        builder.Set(RecordField.Doi, Verbatim(fields.Of("doi")) ?? "");
        var archive = fields.Of("archivePrefix", "eprinttype");
        if (archive is null || archive.Contains("arxiv", StringComparison.OrdinalIgnoreCase))
        {
            builder.Set(RecordField.Arxiv, Verbatim(fields.Of("eprint")) ?? ArxivMention.In(fields.Of("journal", "howpublished")) ?? ArxivMention.In(fields.Of("note")) ?? "");
        }

        if (fields.Of("primaryClass", "eprintclass") is { } primary && fields.Of("keywords") is null)
        {
            Set(builder, RecordField.Categories, primary);
        }
    }

    private static string? Title(BibtexFields fields) => fields.Of("title", "booktitle", "maintitle") is not { } title ? null
        : fields.Of("subtitle") is { } subtitle ? title + ": " + subtitle
        : title;

    private static bool IsAddress(string? text) =>
        text is not null && (text.Contains("\\url", StringComparison.Ordinal) || text.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    private static void Set(RecordBuilder builder, RecordField field, string? latex)
    {
        if (latex is not null)
        {
            builder.Set(field, string.Join(' ', LatexDecoder.Decode(latex).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    // Addresses and ids are no LaTeX, though some programs escape them as if they were.
    private static string? Verbatim(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var text = value.StartsWith("\\url{", StringComparison.Ordinal) ? value["\\url{".Length..].TrimEnd('}') : value;
        return string.Concat(text.Replace("{\\_}", "_", StringComparison.Ordinal).Replace("\\_", "_", StringComparison.Ordinal)
            .Replace("\\%", "%", StringComparison.Ordinal).Replace("\\#", "#", StringComparison.Ordinal).Replace("\\&", "&", StringComparison.Ordinal)
            .Replace("\\~", "~", StringComparison.Ordinal).Replace("{\\textasciitilde}", "~", StringComparison.Ordinal)
            .Where(c => !char.IsWhiteSpace(c) && c is not ('{' or '}')));
    }
}
