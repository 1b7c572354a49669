using System.Text.Json;

namespace PaperChat.Sources.OpenAlex;

/// <summary>
/// Rebuilds a text from OpenAlex's <c>abstract_inverted_index</c> (https://docs.openalex.org/api-entities/works/work-object): an object of
/// tokens, each with its places from 0. Places that no token has are gaps; of two tokens at one place the first counts.
/// </summary>
internal static class InvertedAbstract
{
    /// <summary>More words than any abstract: a made-up place must not make a huge array.</summary>
    public const int MostWords = 50_000;

    /// <summary>A long token at many places must not make a huge text.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>"" without an index; null when a place is out of range or the text too long.</summary>
    public static string? Rebuild(JsonElement index)
    {
        if (index.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        var length = 0L;
        var places = new SortedDictionary<int, string>();
        foreach (var token in index.EnumerateObject())
        {
            if (token.Value.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var place in token.Value.EnumerateArray())
            {
                if (place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out var at) || at is < 0 or >= MostWords)
                {
                    return null;
                }

                length += places.TryAdd(at, token.Name) ? token.Name.Length + 1 : 0;
                if (length > MostCharacters)
                {
                    return null;
                }
            }
        }

        return string.Join(' ', places.Values);
    }
}
