using System.Globalization;

namespace PaperChat.Sources.Records;

/// <summary>The day of a date as services write it: ISO 8601 with or without a time, or RFC 822 ("Mon, 11 Jan 2021 20:31:27 GMT").</summary>
internal static class RecordDate
{
    private const int Longest = 100;

    /// <summary>In the date's own time zone; null where the text is no day.</summary>
    public static DateOnly? Of(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 8 or > Longest)
        {
            return null;
        }

        if (trimmed is [_, _, _, _, '-', ..])
        {
            return trimmed.Length >= 10 && DateOnly.TryParseExact(trimmed[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        }

        return DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? DateOnly.FromDateTime(time.DateTime) : null;
    }
}
