using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// The noun phrases of a paper, of one to three words, under the stems of their words. What is a noun phrase is told by its words
/// (<see cref="PhraseWords"/>) and by what stands around it: it is complete where the next word cannot belong to it.
/// </summary>
internal sealed class PaperPhrases
{
    private const int Longest = 3;
    private const int LeastLetters = 3;

    private readonly Dictionary<string, Uses> _phrases = new(StringComparer.Ordinal);

    public PaperPhrases(AnalyzedPaper paper)
    {
        // Running text first: there words have the capitals that are their own.
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in paper.Sentences.Where(s => s.Field != PaperField.Title))
        {
            Add(sentence.Display, isTitle: false, names);
        }

        Add(TextCleaner.Clean(paper.Paper.Title).Text, isTitle: true, names);
    }

    public IEnumerable<string> Keys => _phrases.Keys;

    public bool Holds(string key) => _phrases.ContainsKey(key);

    public bool HoldsInTitle(string key) => _phrases.TryGetValue(key, out var uses) && uses.InTitle;

    /// <summary>Whether nothing that follows it belongs to it, in one place at least.</summary>
    public bool IsComplete(string key) => _phrases.TryGetValue(key, out var uses) && uses.Complete > 0;

    /// <summary>Whether it is complete on both sides in one place at least.</summary>
    public bool IsWhole(string key) => _phrases.TryGetValue(key, out var uses) && uses.Whole > 0;

    /// <summary>Whether an article stands before it somewhere: it is better named in the plural.</summary>
    public bool IsCountable(string key) => _phrases.TryGetValue(key, out var uses) && uses.Countable;

    /// <summary>Its forms, those first that stand by themselves, without an article.</summary>
    public IEnumerable<(string Surface, int Rank)> SurfacesOf(string key) => _phrases.TryGetValue(key, out var uses) ? uses.Surfaces : [];

    private void Add(string text, bool isTitle, HashSet<string> names)
    {
        var words = PhraseWords.Of(text);
        if (!isTitle)
        {
            names.UnionWith(words.Skip(1).Where(w => char.IsUpper(w.Text[0])).Select(w => w.Text));
        }

        for (var start = 0; start < words.Count; start++)
        {
            for (var end = start; end < Math.Min(words.Count, start + Longest) && words[end].Class <= PhraseWordClass.Modifier && words[end].Stem is not null
                && (end == start || PhraseWords.Adjoin(text, words[end - 1], words[end])); end++)
            {
                if (words[end].Class == PhraseWordClass.Noun && (end > start || words[end].Text.Length >= LeastLetters))
                {
                    Add(text, words, start, end, isTitle, names);
                }
            }
        }
    }

    private void Add(string text, List<PhraseWord> words, int start, int end, bool isTitle, HashSet<string> names)
    {
        var before = start > 0 && PhraseWords.Adjoin(text, words[start - 1], words[start]) ? words[start - 1].Class : PhraseWordClass.Edge;
        var after = end + 1 < words.Count && PhraseWords.Adjoin(text, words[end], words[end + 1]) ? words[end + 1].Class : PhraseWordClass.Edge;
        var isComplete = after is PhraseWordClass.Edge or PhraseWordClass.Copula or PhraseWordClass.Verb && (end > start || before != PhraseWordClass.Copula);
        var isOpen = before is PhraseWordClass.Edge or PhraseWordClass.Article or PhraseWordClass.Verb or PhraseWordClass.Conjunction;
        var surface = string.Join(' ', words[start..(end + 1)].Select((w, i) => (isTitle || start + i == 0) && !names.Contains(w.Text) ? PhraseWords.Lower(w.Text) : w.Text));
        var key = string.Join(' ', words[start..(end + 1)].Select(w => w.Stem));
        var uses = _phrases.TryGetValue(key, out var known) ? known : _phrases[key] = new Uses();
        uses.InTitle |= isTitle;
        uses.Countable |= before == PhraseWordClass.Article;
        uses.Complete += isComplete ? 1 : 0;
        uses.Whole += isComplete && isOpen ? 1 : 0;
        uses.Surfaces.Add((surface, isComplete && isOpen && before != PhraseWordClass.Article ? 2 : isComplete ? 1 : 0));
    }

    private sealed class Uses
    {
        public bool InTitle { get; set; }

        public bool Countable { get; set; }

        public int Complete { get; set; }

        public int Whole { get; set; }

        public List<(string Surface, int Rank)> Surfaces { get; } = [];
    }
}
