using System.Text.Json;

namespace PaperChat.Sources.Json;

/// <summary>How a JSON input holds its records: one a line, or anywhere; at the top or in an array that the outermost object names.</summary>
internal sealed record JsonLayout(bool IsLines, string? Envelope)
{
    // Of OpenAlex, Semantic Scholar, Crossref-like services, Zotero and the common exports.
    private static readonly HashSet<string> Envelopes = new(StringComparer.Ordinal)
    {
        "results", "data", "papers", "items", "works", "records", "entries", "articles", "documents", "references", "recommendedPapers", "dailyPapers",
    };

    /// <summary>Tells it by the first decoded bytes.</summary>
    public static JsonLayout Of(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty || head[0] != '{')
        {
            return new JsonLayout(head is not [(byte)'[', ..], null);
        }

        return EnvelopeIn(head) is { } envelope ? new JsonLayout(false, envelope) : new JsonLayout(IsLineByLine(head), null);
    }

    // A damaged first line is still a line: only an opening brace alone, or a line of which the next is no object, is not.
    private static bool IsLineByLine(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        if (end < 0)
        {
            return true;
        }

        var first = head[..end].TrimEnd(" \t\r"u8);
        var next = head[end..].TrimStart(" \t\r\n"u8);
        return first.Length > 1 && (next.IsEmpty || first[^1] == '}' || next[0] == '{');
    }

    // An array of other things, and an array in an object that is a paper itself (its references), are no envelope.
    private static string? EnvelopeIn(ReadOnlySpan<byte> head)
    {
        string? envelope = null;
        try
        {
            var reader = new Utf8JsonReader(head, isFinalBlock: false, default);
            string? name = null;
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject })
                {
                    return envelope;
                }

                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                {
                    name = reader.GetString();
                    if (name is "title" or "id" or "paperId" or "abstract" or "authors" or "author")
                    {
                        return null;
                    }
                }
                else if (envelope is null && reader is { CurrentDepth: 1, TokenType: JsonTokenType.StartArray } && name is not null && Envelopes.Contains(name))
                {
                    envelope = !reader.Read() || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.EndArray ? name : null;
                }
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // What is broken behind the beginning of the array is the readers' to report; a broken beginning is read record by record.
        }

        return envelope;
    }
}
