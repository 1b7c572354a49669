namespace PaperChat.Sources.Bibtex;

/// <summary>One command of a BibTeX file: its type, its key and its fields. Of a field that comes twice the first counts, as in BibTeX.</summary>
internal sealed class BibtexFields(string type, string key)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string Type => type;

    public string Key => key;

    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <summary>What is wrong with the entry though it can be read; null mostly.</summary>
    public string? Slip { get; set; }

    /// <summary>Characters of all fields, with some for the entry and its objects.</summary>
    public int Size => All.Sum(f => f.Key.Length + f.Value.Length) + 200;

    public void Add(string name, string value) => _values.TryAdd(name, value);

    /// <summary>The first of these fields that says something, still in LaTeX; null without one.</summary>
    public string? Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return null;
    }
}
