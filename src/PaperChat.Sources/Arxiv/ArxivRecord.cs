using System.Globalization;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Arxiv;

/// <summary>What all of arXiv's formats say of a paper, put into a record the same way.</summary>
internal static class ArxivRecord
{
    public static void SetId(RecordBuilder builder, string id)
    {
        id = id.Trim();
        if (id.Length > 0)
        {
            builder.Set(RecordField.Arxiv, id);
            builder.Set(RecordField.Url, "https://arxiv.org/abs/" + id);
        }
    }

    /// <summary>Titles and abstracts are wrapped with hard line breaks, which are no part of them.</summary>
    public static void SetTexts(RecordBuilder builder, string title, string text, string comment)
    {
        builder.Set(RecordField.Title, WrappedText.OneLine(title));
        builder.Set(RecordField.Abstract, WrappedText.Unwrap(text));
        builder.SetStatus(WithdrawalNote.OfComment(comment));
        builder.SetStatus(WithdrawalNote.OfAbstract(text));
    }

    /// <summary>The paper's year is that of its first version.</summary>
    public static void SetVersion(RecordBuilder builder, int? version, DateOnly? first, DateOnly? last)
    {
        if (first is { Year: >= 1900 and <= 2999 } day)
        {
            builder.SetYear(day.Year);
        }

        builder.Set(RecordField.Version, version?.ToString(CultureInfo.InvariantCulture) ?? "");
        builder.Set(RecordField.Updated, last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
    }
}
