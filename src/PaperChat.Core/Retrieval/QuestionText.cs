using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>A question's words, taken apart once for all the titles it is compared with. Thread-safe.</summary>
internal sealed class QuestionText
{
    public QuestionText(string text)
    {
        Text = text;
        Words = TextAnalyzer.Words(text);
        Stems = [.. Words.Select(w => PorterStemmer.Stem(w.Text))];
        CapitalRuns = RunsIn(text, Words);
    }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>The stem of each word.</summary>
    public string[] Stems { get; }

    /// <summary>Where two or more words in a row begin with a capital, behind the first word: number of the first and count.</summary>
    public IReadOnlyList<(int Start, int Count)> CapitalRuns { get; }

    private static List<(int Start, int Count)> RunsIn(string text, IReadOnlyList<Word> words)
    {
        var runs = new List<(int, int)>();
        for (var start = 1; start < words.Count; start++)
        {
            var count = 0;
            while (start + count < words.Count && char.IsUpper(text[words[start + count].Start]))
            {
                count++;
            }

            if (count >= 2)
            {
                runs.Add((start, count));
            }

            start += count;
        }

        return runs;
    }
}
