namespace PaperChat.Verification;

/// <summary>Where the terms of a text stand: by sentence and word.</summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, List<(int Sentence, int Word)>> _places = new(StringComparer.Ordinal);
    private readonly List<ClaimWord> _distinct = [];
    private readonly IReadOnlyList<StoredSentence> _sentences;

    private TermIndex(IReadOnlyList<StoredSentence> sentences) => _sentences = sentences;

    /// <summary>One word for each term.</summary>
    public IReadOnlyList<ClaimWord> Distinct => _distinct;

    public static TermIndex Of(IReadOnlyList<StoredSentence> sentences)
    {
        var index = new TermIndex(sentences);
        for (var s = 0; s < sentences.Count; s++)
        {
            var text = sentences[s].Text;
            for (var w = 0; w < text.Words.Count; w++)
            {
                if (text.Words[w].Term is { } term)
                {
                    index.Add(term, s, w, text.Words[w]);
                }

                if (JoinedWith(text, w) is { } joined && Text.TextAnalyzer.TermOf(joined) is { } compound)
                {
                    index.Add(compound, s, w, text.Words[w] with { Text = joined, Term = compound });
                }
            }
        }

        return index;
    }

    public IReadOnlyList<(int Sentence, int Word)> PlacesOf(string term) => _places.GetValueOrDefault(term) ?? [];

    /// <summary>The word of a hyphenated pair written as one; null when the next word is not joined to it.</summary>
    public static string? JoinedWith(ClaimText text, int word)
    {
        if (word + 1 >= text.Words.Count)
        {
            return null;
        }

        var end = text.Words[word].Start + text.Words[word].Length;
        return text.Words[word + 1].Start == end + 1 && text.Text[end] is '-' or '\u2010' or '\u2011'
            ? text.Words[word].Text + text.Words[word + 1].Text
            : null;
    }

    /// <summary>The words from which a short form could be made ("LLM": "large language model"); null when no run gives its letters.</summary>
    public (int Sentence, int Word)? LongFormOf(string letters)
    {
        for (var s = 0; s < _sentences.Count; s++)
        {
            var words = _sentences[s].Text.Words;
            for (var w = 0; w + letters.Length <= words.Count; w++)
            {
                if (InitialsMatch(words, w, letters))
                {
                    return (s, w);
                }
            }
        }

        return null;
    }

    internal static bool InitialsMatch(IReadOnlyList<ClaimWord> words, int first, string letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (first + i >= words.Count || !words[first + i].IsContent || words[first + i].Text[0] != letters[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Add(string term, int sentence, int word, ClaimWord representative)
    {
        if (!_places.TryGetValue(term, out var places))
        {
            _places[term] = places = [];
            _distinct.Add(representative);
        }

        places.Add((sentence, word));
    }
}
