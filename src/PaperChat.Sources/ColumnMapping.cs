using System.Diagnostics.CodeAnalysis;
using PaperChat.Sources.Records;

namespace PaperChat.Sources;

/// <summary>
/// What a JSON or CSV file calls the fields of a paper, where that is not what PaperChat calls them: <c>title=headline,abstract=summary</c>.
/// A field that is mapped is read from that name only; the others keep theirs. Case does not count.
/// </summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<string, RecordField> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<RecordField, string> _names = [];

    private ColumnMapping()
    {
    }

    /// <summary>Fields that can be mapped, as they are written.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["id", "title", "abstract", "body", "authors", "year", "venue", "url", "doi", "arxiv", "categories", "keywords", "links", "listed", "kind", "upvotes", "version", "updated", "status"];

    /// <summary>Reads pairs of field and name. A comma parts two pairs only where another field and an equals sign follow it: names may hold commas.</summary>
    public static bool TryParse(IEnumerable<string> texts, [NotNullWhen(true)] out ColumnMapping? mapping, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(texts);
        mapping = null;
        var read = new ColumnMapping();
        foreach (var pair in texts.SelectMany(Pairs))
        {
            problem = read.Add(pair);
            if (problem is not null)
            {
                return false;
            }
        }

        problem = read._names.Count == 0 ? "A mapping is written as title=headline,abstract=summary." : null;
        mapping = problem is null ? read : null;
        return problem is null;
    }

    internal RecordField Find(string? name)
    {
        if (name is null)
        {
            return RecordField.None;
        }

        if (_fields.TryGetValue(name.Trim(), out var mapped))
        {
            return mapped;
        }

        var field = RecordFieldNames.Find(name.Trim());
        var asked = field == RecordField.AbstractElsewhere ? RecordField.Abstract : field;
        return _names.ContainsKey(asked) ? RecordField.None : field;
    }

    internal string? NameOf(RecordField field) => _names.GetValueOrDefault(field);

    private static IEnumerable<string> Pairs(string text)
    {
        var start = 0;
        for (var comma = text.IndexOf(','); comma >= 0; comma = text.IndexOf(',', comma + 1))
        {
            var next = text.AsSpan(comma + 1);
            if (next.IndexOf('=') is var sign and > 0 && IsField(next[..sign].Trim().ToString()))
            {
                yield return text[start..comma];
                start = comma + 1;
            }
        }

        yield return text[start..];
    }

    private static bool IsField(string text) => Fields.Contains(text, StringComparer.OrdinalIgnoreCase);

    private string? Add(string pair)
    {
        var sign = pair.IndexOf('=');
        var field = sign < 0 ? "" : pair[..sign].Trim();
        var name = sign < 0 ? "" : pair[(sign + 1)..].Trim();
        if (!IsField(field) || name.Length == 0)
        {
            return $"'{Excerpt.Of(pair)}' is no mapping: write FIELD=NAME, where FIELD is one of {string.Join(", ", Fields)}.";
        }

        var meant = RecordFieldNames.Find(field);
        _names[meant] = name;
        return _fields.TryAdd(name, meant) ? null : $"The name '{Excerpt.Of(name)}' is mapped to two fields.";
    }
}
