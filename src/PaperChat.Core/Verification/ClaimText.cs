using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>A sentence taken apart for comparison: its words with what they weigh, its numbers and its clauses.</summary>
internal sealed class ClaimText
{
    private const double MaxWeight = 8;

    private ClaimText(string text, IReadOnlyList<ClaimWord> words, IReadOnlyList<Quantity> quantities)
    {
        Text = text;
        Words = words;
        Quantities = quantities;
    }

    public string Text { get; }

    public IReadOnlyList<ClaimWord> Words { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    public static ClaimText Of(string text)
    {
        var words = TextAnalyzer.Words(text);
        var quantities = QuantityReader.Read(text, words);
        var isQuantity = new bool[words.Count];
        foreach (var quantity in quantities)
        {
            Array.Fill(isQuantity, true, quantity.First, quantity.Last - quantity.First + 1);
        }

        var list = new ClaimWord[words.Count];
        var clause = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            clause += i > 0 && Clauses.Begins(text, words, i) ? 1 : 0;
            var term = TextAnalyzer.TermOf(word.Text);
            var frequency = term is null ? 0 : BackgroundTerms.FrequencyOf(term);
            list[i] = new ClaimWord(
                word.Text, term, word.Start, word.Length, term is null ? 0 : WeightOf(word.Text, frequency),
                term is not null && IsName(text, words, i, frequency), isQuantity[i], clause)
            {
                Synonyms = term is null ? null : WordSimilarity.SynonymsOf(term),
                Places = Opposites.PlacesOf(word.Text),
            };
        }

        return new ClaimText(text, list, quantities);
    }

    public string Part(int first, int last)
    {
        var start = Words[first].Start;
        return Text[start..(Words[last].Start + Words[last].Length)];
    }

    private static double WeightOf(string word, double frequency) =>
        FramingWords.Contains(word)
            ? 0.05
            : Math.Clamp(Math.Log(BackgroundTerms.Documents / Math.Max(frequency, 8)) / MaxWeight, 0.15, 1);

    // Capitals inside a word, letters with digits, or a capital that no sentence begins with.
    private static bool IsName(string text, List<Word> words, int index, double frequency)
    {
        var word = words[index];
        var span = text.AsSpan(word.Start, word.Length);
        var letters = 0;
        var upper = 0;
        var digits = 0;
        foreach (var c in span)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
        }

        if (letters > 0 && ((upper > 1) || (upper == 1 && !char.IsUpper(span[0])) || (digits > 0 && !char.IsDigit(span[0]))))
        {
            return true;
        }

        return upper == 1 && (letters > 1 || digits > 0) && (frequency == 0 || !BeginsSentence(text, word.Start));
    }

    private static bool BeginsSentence(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '“' or '(' or '\''))
        {
            at--;
        }

        return at < 0 || text[at] is '.' or '?' or '!';
    }
}
