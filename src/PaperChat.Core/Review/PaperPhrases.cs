using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>The phrases of a paper, one to three words in a row without stop words, under the stems of their words.</summary>
internal sealed class PaperPhrases
{
    private const int Longest = 3;
    private const int LeastLetters = 3;

    private readonly Dictionary<string, string> _surfaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inTitle = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);

    public PaperPhrases(AnalyzedPaper paper)
    {
        // Running text first: there words have the capitals that are their own.
        foreach (var sentence in paper.Sentences.Where(s => s.Field != PaperField.Title))
        {
            Add(sentence.Display, isTitle: false);
        }

        Add(TextCleaner.Clean(paper.Paper.Title).Text, isTitle: true);
    }

    public IEnumerable<string> Keys => _surfaces.Keys;

    public bool Holds(string key) => _surfaces.ContainsKey(key);

    public bool HoldsInTitle(string key) => _inTitle.Contains(key);

    /// <summary>
    /// Whether it stands somewhere as nouns do: at the end of a run of words (which adjectives do not), a single word behind another
    /// one (which verbs do not) or with a capital of its own.
    /// </summary>
    public bool IsHead(string key) => _heads.Contains(key);

    public string SurfaceOf(string key) => _surfaces[key];

    private void Add(string text, bool isTitle)
    {
        var words = TextAnalyzer.Words(text);
        var stems = words.Select(w => TextAnalyzer.TermOf(w.Text)).ToArray();
        for (var start = 0; start < words.Count; start++)
        {
            for (var end = start; end < Math.Min(words.Count, start + Longest) && stems[end] is not null && (end == start || IsJoined(text, words[end - 1], words[end])); end++)
            {
                // A part of a compound is no phrase: "shot" of "few-shot".
                var isPart = (words[start].Start > 0 && text[words[start].Start - 1] == '-') || (words[end].Start + words[end].Length is var after && after < text.Length && text[after] == '-');
                if (isPart || (words[start].Text.Length < LeastLetters && end == start))
                {
                    continue;
                }

                var key = string.Join(' ', stems[start..(end + 1)]);
                var surface = text[words[start].Start..(words[end].Start + words[end].Length)];
                _surfaces.TryAdd(key, isTitle ? LowerTitleCase(surface) : start == 0 ? LowerFirst(surface) : surface);
                var isEnd = end + 1 == words.Count || stems[end + 1] is null || !IsJoined(text, words[end], words[end + 1]);
                var follows = start > 0 && stems[start - 1] is not null && IsJoined(text, words[start - 1], words[start]);
                if (isEnd && (end > start || follows || (!isTitle && start > 0 && char.IsUpper(surface[0]))))
                {
                    _heads.Add(key);
                }

                if (isTitle)
                {
                    _inTitle.Add(key);
                }
            }
        }
    }

    private static bool IsJoined(string text, Word first, Word second)
    {
        var between = text.AsSpan(first.Start + first.Length, second.Start - first.Start - first.Length);
        return between is " " or "-";
    }

    // "Sparse Attention in BERT" is "sparse attention in BERT".
    private static string LowerTitleCase(string surface) => string.Join(' ', surface.Split(' ').Select(LowerFirst));

    private static string LowerFirst(string surface)
    {
        var word = surface.Split(' ', '-')[0];
        return word.Length > 1 && char.IsUpper(word[0]) && word.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0 && !word.Any(char.IsDigit)
            ? char.ToLowerInvariant(surface[0]) + surface[1..]
            : surface;
    }
}
