using System.Globalization;

namespace PaperChat.Ingestion.Watch;

/// <summary>Times as text that sorts by time: ISO 8601 in UTC, always of the same length.</summary>
internal static class StoredTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeOffset? ReadNullable(string? text) => text is null ? null : Read(text);
}
