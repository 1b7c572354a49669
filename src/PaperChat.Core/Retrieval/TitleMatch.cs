using PaperChat.Evidence;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>How far a question names a paper by its title.</summary>
internal readonly record struct TitleMatch
{
    private const int MaxHeadWords = 5;

    /// <summary>
    /// 1 when the title's name (the part before a colon, or a short title as a whole) stands in the question word by word, in upper
    /// case where the title is; half as much in lower case, where it may be just words.
    /// </summary>
    public double Name { get; init; }

    /// <summary>The words of the question that give the name.</summary>
    public Mention Where { get; init; }

    /// <summary>Share of the title's terms that the question holds, common ones counting less.</summary>
    public double Coverage { get; init; }

    /// <summary>Number of the title's terms, beyond common ones, that the question holds.</summary>
    public int Terms { get; init; }

    public static TitleMatch Of(ResolvedTerms terms, string question, AnalyzedPaper paper)
    {
        double worth = 0, matched = 0;
        var count = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in paper.Title)
        {
            if (!seen.Add(token.Term))
            {
                continue;
            }

            var weight = QuestionWords.IsCommon(token.Term) ? 0.35 : 1;
            worth += weight;
            var best = 0f;
            foreach (var (_, form) in terms.Match(token.Term))
            {
                best = Math.Max(best, form);
            }

            if (best > 0.5f)
            {
                matched += weight * best;
                count += weight >= 1 ? 1 : 0;
            }
        }

        var (name, where) = NameMatch(question, TextCleaner.Clean(paper.Paper.Title).Text);
        return new TitleMatch { Coverage = worth > 0 ? matched / worth : 0, Terms = count, Name = name, Where = where with { Strength = terms.Total } };
    }

    private static (double Match, Mention Where) NameMatch(string question, string title)
    {
        var head = Head(title);
        var name = TextAnalyzer.Words(head);
        if (name.Count is 0 or > MaxHeadWords)
        {
            return default;
        }

        var stems = name.Select(w => PorterStemmer.Stem(w.Text)).ToArray();
        var words = TextAnalyzer.Words(question);
        for (var i = 0; i + stems.Length <= words.Count; i++)
        {
            if (!stems.Select((s, k) => s == PorterStemmer.Stem(words[i + k].Text)).All(same => same))
            {
                continue;
            }

            var where = new Mention(words[i].Start, words[i + stems.Length - 1].Start + words[i + stems.Length - 1].Length, 0, stems.Length);
            var text = question[where.Start..where.End];
            var isWritten = text.AsSpan(1).ContainsAnyInRange('A', 'Z') || (i > 0 && char.IsUpper(text[0])) || stems.Length >= 4;
            return (isWritten ? 1 : 0.5, where);
        }

        return default;
    }

    private static string Head(string title)
    {
        var end = title.AsSpan().IndexOfAny(':', '?', '!');
        return end > 0 ? title[..end] : title;
    }
}
