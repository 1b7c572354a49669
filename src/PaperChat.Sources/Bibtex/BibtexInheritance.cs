namespace PaperChat.Sources.Bibtex;

/// <summary>
/// What an entry takes from those that it names in <c>crossref</c> and <c>xdata</c> (biblatex manual, 2.4.1 and 3.13.6): fields that it lacks, the
/// parent's title as its book title. Ids, addresses and abstracts are a paper's own and never taken. Entries are kept by key as long as
/// their text stays within a bound; a chain of parents is followed to <see cref="Deepest"/>.
/// </summary>
internal sealed class BibtexInheritance
{
    private const int Deepest = 8;
    private const int MostCharacters = 32 * 1024 * 1024;

    private static readonly HashSet<string> NeverTaken = new(StringComparer.OrdinalIgnoreCase)
    {
        "crossref", "xref", "xdata", "ids", "entryset", "related", "options", "label", "shorthand", "sortkey", "doi", "url", "eprint", "archiveprefix", "eprinttype", "primaryclass",
        "eprintclass", "abstract", "keywords", "note", "annote", "file", "paperchatid", "pages", "urldate", "howpublished", "author", "shortauthor",
    };

    // What of a long entry nobody takes is not worth its memory.
    private static readonly HashSet<string> NeverKept = new(StringComparer.OrdinalIgnoreCase) { "abstract", "file", "annote", "note" };

    private readonly Dictionary<string, BibtexFields> _entries = new(StringComparer.OrdinalIgnoreCase);
    private int _characters;

    /// <summary>Keeps an entry for others to name.</summary>
    public void Add(BibtexFields entry)
    {
        var kept = new BibtexFields(entry.Type, entry.Key);
        foreach (var (name, value) in entry.All)
        {
            if (!NeverKept.Contains(name) || entry.Type == "xdata")
            {
                kept.Add(name, value);
            }
        }

        var size = kept.Size;
        if (entry.Key.Length > 0 && _characters + size <= MostCharacters && _entries.TryAdd(entry.Key, kept))
        {
            _characters += size;
        }
    }

    /// <summary>Names of entries that this one takes from and that have not come yet.</summary>
    public IReadOnlyList<string> Missing(BibtexFields entry) => [.. Parents(entry).Where(p => !_entries.ContainsKey(p.Key)).Select(p => p.Key)];

    public static bool Inherits(BibtexFields entry) => Parents(entry).Any();

    /// <summary>The entry with what it takes.</summary>
    public BibtexFields Complete(BibtexFields entry)
    {
        var whole = new BibtexFields(entry.Type, entry.Key);
        foreach (var (name, value) in entry.All)
        {
            whole.Add(name, value);
        }

        Take(whole, entry, 0, [entry.Key]);
        return whole;
    }

    private static IEnumerable<(string Key, bool IsData)> Parents(BibtexFields entry)
    {
        foreach (var key in (entry.Of("xdata") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return (key, true);
        }

        if (entry.Of("crossref") is { } parent)
        {
            yield return (parent, false);
        }
    }

    private void Take(BibtexFields whole, BibtexFields from, int depth, HashSet<string> seen)
    {
        foreach (var (key, isData) in Parents(from))
        {
            if (depth < Deepest && seen.Add(key) && _entries.TryGetValue(key, out var parent))
            {
                foreach (var (name, value) in parent.All)
                {
                    Take(whole, parent, name, value, isData);
                }

                Take(whole, parent, depth + 1, seen);
            }
        }
    }

    private static void Take(BibtexFields whole, BibtexFields parent, string name, string value, bool isData)
    {
        var isOfTitle = whole.Type != parent.Type && name.ToLowerInvariant() is "title" or "subtitle" or "titleaddon";
        var authorIsShared = name.Equals("author", StringComparison.OrdinalIgnoreCase) && whole.Type is "inbook" or "bookinbook" or "suppbook";
        if (isData)
        {
            if (name is not ("xdata" or "ids"))
            {
                whole.Add(name, value);
            }
        }
        else if (isOfTitle)
        {
            var isArticle = whole.Type is "article" or "suppperiodical";
            if (parent.Of(isArticle ? "journaltitle" : "booktitle") is null || !name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                whole.Add((isArticle ? "journal" : "book") + name.ToLowerInvariant(), value);
            }
        }
        else if (authorIsShared || !NeverTaken.Contains(name))
        {
            whole.Add(name, value);
        }
    }
}
