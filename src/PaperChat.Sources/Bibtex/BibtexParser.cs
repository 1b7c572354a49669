using System.Buffers;
using System.Text;

namespace PaperChat.Sources.Bibtex;

/// <summary>
/// Reads one command of a BibTeX file. Values are joined and their macros put in; what they hold is still LaTeX. A macro that the file
/// does not define stands for its own name.
/// </summary>
internal sealed class BibtexParser(string text, IReadOnlyDictionary<string, string> macros)
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+:");
    private int _at;
    private string? _slip;

    /// <summary>The type after the at sign, in lower case.</summary>
    public static string TypeOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('{', '(');
        return (end < 0 ? text[1..] : text[1..end]).Trim().ToLowerInvariant();
    }

    /// <exception cref="FormatException">With the reason in words for the user.</exception>
    public BibtexFields Read(string type)
    {
        _at = text.AsSpan().IndexOfAny('{', '(') + 1;
        var key = type == BibtexEntryTypes.Macro ? "" : Until(",})").Trim();
        var fields = new BibtexFields(type, key);
        if (type != BibtexEntryTypes.Macro && key.Contains('='))
        {
            return WithoutKey(type);
        }

        _at += type == BibtexEntryTypes.Macro ? 0 : 1;
        return ReadFields(fields, key);
    }

    // A word with an at sign and a bracket after it is no entry when it is no type of one either.
    private BibtexFields WithoutKey(string type)
    {
        if (!BibtexEntryTypes.IsKnown(type))
        {
            throw new FormatException("The entry has no key before its first field.");
        }

        _at = text.AsSpan().IndexOfAny('{', '(') + 1;
        _slip = "The entry has no key before its first field; it was read.";
        return ReadFields(new BibtexFields(type, ""), "");
    }

    private BibtexFields ReadFields(BibtexFields fields, string key)
    {
        while (SkipToName())
        {
            var name = Until("=,{}\"").Trim();
            if (Current != '=')
            {
                throw new FormatException($"After '{Records.Excerpt.Of(name)}' there is no equals sign and value{Of(key)}.");
            }

            _at++;
            fields.Add(name, Value(name, key));
        }

        fields.Slip = _slip;
        return fields;
    }

    private char Current => _at < text.Length ? text[_at] : '\0';

    private static string Of(string key) => key.Length == 0 ? "" : $" (entry '{Records.Excerpt.Of(key)}')";

    // False at the end of the entry.
    private bool SkipToName()
    {
        while (Current is ',' || char.IsWhiteSpace(Current))
        {
            _at++;
        }

        return _at < text.Length - 1;
    }

    private string Until(string ends)
    {
        var start = _at;
        while (_at < text.Length && !ends.Contains(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    private string Value(string name, string key)
    {
        var value = new StringBuilder();
        while (true)
        {
            SkipBlanks();
            value.Append(Current switch
            {
                '{' => Braced(),
                '"' => Quoted(name, key),
                _ => Bare(name, key),
            });
            SkipBlanks();
            if (Current != '#')
            {
                return Current == ',' || _at >= text.Length - 1 || IsField($"After the value of '{Records.Excerpt.Of(name)}' there is no comma{Of(key)}")
                    ? value.ToString()
                    : throw new FormatException($"After the value of '{Records.Excerpt.Of(name)}' there is no comma{Of(key)}.");
            }

            _at++;
        }
    }

    // Where a name and an equals sign follow, the comma alone is missing.
    private bool IsField(string slip)
    {
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAnyExcept(NameCharacters);
        var isField = length > 0 && rest[length..].TrimStart() is ['=', ..];
        _slip = isField ? slip + "; the entry was read." : _slip;
        return isField;
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
        {
            _at++;
        }
    }

    private string Braced()
    {
        var start = ++_at;
        for (var depth = 1; _at < text.Length; _at++)
        {
            depth += Current switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[start.._at++];
            }
        }

        throw new FormatException("A value is never closed.");
    }

    private string Quoted(string name, string key)
    {
        var start = ++_at;
        for (var depth = 0; _at < text.Length - 1; _at++)
        {
            depth += Current switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && Current == '"')
            {
                return text[start.._at++];
            }
        }

        throw new FormatException($"The quotation mark that opens the value of '{Records.Excerpt.Of(name)}' has no other one{Of(key)}.");
    }

    private string Bare(string name, string key)
    {
        var start = _at;
        while (_at < text.Length - 1 && !char.IsWhiteSpace(Current) && Current is not (',' or '#' or '{' or '}' or '"'))
        {
            _at++;
        }

        var word = text[start.._at];
        return word.Length == 0
            ? throw new FormatException($"The field '{Records.Excerpt.Of(name)}' has no value{Of(key)}.")
            : macros.TryGetValue(word, out var meant) ? meant : word;
    }
}
