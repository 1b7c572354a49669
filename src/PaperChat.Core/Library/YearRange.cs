using System.Globalization;

namespace PaperChat.Library;

/// <summary>An inclusive range of years, open at either end. Text form: <c>2024</c>, <c>2020..2023</c>, <c>2023..</c>, <c>..2019</c>.</summary>
public readonly record struct YearRange(int? From, int? To)
{
    public bool Contains(int year) => (From is not { } from || year >= from) && (To is not { } to || year <= to);

    public static bool TryParse(string? text, out YearRange range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var parts = text.Trim().Split("..");
        if (parts.Length > 2 || !TryYear(parts[0], out var from) || !TryYear(parts[^1], out var to) || (from is null && to is null))
        {
            return false;
        }

        range = new YearRange(from, to);
        return from is null || to is null || from <= to;
    }

    public override string ToString() => From == To && From is { } year
        ? year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{From}..{To}");

    private static bool TryYear(string text, out int? year)
    {
        year = null;
        if (text.Length == 0)
        {
            return true;
        }

        var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1000 and <= 9999;
        year = value;
        return ok;
    }
}
