using System.Text.Json;

namespace PaperChat.Sources.Json;

/// <summary>Values of an object that may be absent, null or of another type than documented; all of these read as absent.</summary>
internal static class JsonFields
{
    /// <summary>The value under one of these names, the first that is there and not null.</summary>
    public static JsonElement Get(this JsonElement item, params ReadOnlySpan<string> names)
    {
        if (item.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in names)
            {
                if (item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                {
                    return value;
                }
            }
        }

        return default;
    }

    /// <summary>A text, or a number as text; the first of a list of texts; "" for anything else.</summary>
    public static string Text(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TextOf(item.Get(name)) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String => value[0].GetString()!,
        _ => "",
    };

    public static int? Number(this JsonElement item, params ReadOnlySpan<string> names) => item.Get(names) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        { ValueKind: JsonValueKind.String } value when int.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static bool IsTrue(this JsonElement item, params ReadOnlySpan<string> names) => item.Get(names).ValueKind == JsonValueKind.True;

    /// <summary>What an array holds; nothing where there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement item, params ReadOnlySpan<string> names) =>
        item.Get(names) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
