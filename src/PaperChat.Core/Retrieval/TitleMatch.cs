using PaperChat.Evidence;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>How far a question names a paper by its title.</summary>
internal readonly record struct TitleMatch
{
    private const double PartialName = 0.8;

    /// <summary>
    /// 1 when the title's name (the part before a colon, or a short title as a whole) stands in the question word by word, in upper
    /// case where the title is; half as much in lower case, where it may be just words, and .8 for a run of capitalised words that is a part of the title.
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
        var head = TitleName.Head(title);
        var name = TextAnalyzer.Words(head);
        var words = TextAnalyzer.Words(question);
        if (name.Count is 0 or > TitleName.MaxWords)
        {
            return PartOfName(question, words, TextAnalyzer.Words(title));
        }

        var stems = name.Select(w => PorterStemmer.Stem(w.Text)).ToArray();
        for (var i = 0; i + stems.Length <= words.Count; i++)
        {
            if (!stems.Select((s, k) => s == PorterStemmer.Stem(words[i + k].Text)).All(same => same))
            {
                continue;
            }

            var where = new Mention(words[i].Start, words[i + stems.Length - 1].Start + words[i + stems.Length - 1].Length, 0, stems.Length);
            var text = question[where.Start..where.End];
            if (stems.Length == 1 && IsAnotherWord(text, head.AsSpan(name[0].Start, name[0].Length)))
            {
                continue;
            }

            var isWritten = text.AsSpan(1).ContainsAnyInRange('A', 'Z') || (i > 0 && char.IsUpper(text[0])) || stems.Length >= 4;
            return (isWritten ? 1 : 0.5, where);
        }

        return PartOfName(question, words, TextAnalyzer.Words(title));
    }

    // Papers are called SPARE, SEE and SCAN; who writes "spare", "seeing" or "Scan" means the word.
    private static bool IsAnotherWord(string text, ReadOnlySpan<char> name)
    {
        var isAcronym = name[1..].ContainsAnyInRange('A', 'Z');
        return isAcronym && !name.SequenceEqual(text)
            && (!name.Equals(text, StringComparison.OrdinalIgnoreCase) || BackgroundTerms.IsCommon(PorterStemmer.Stem(text.ToLowerInvariant())));
    }

    // "in Information Pathways": two or more words with capitals, in a row in question and title.
    private static (double Match, Mention Where) PartOfName(string question, List<Word> words, List<Word> title)
    {
        for (var start = 1; start < words.Count; start++)
        {
            var count = 0;
            while (start + count < words.Count && char.IsUpper(question[words[start + count].Start]))
            {
                count++;
            }

            for (var at = 0; count >= 2 && at + count <= title.Count; at++)
            {
                if (Enumerable.Range(0, count).All(k => title[at + k].Text == words[start + k].Text))
                {
                    var end = words[start + count - 1];
                    return (PartialName, new Mention(words[start].Start, end.Start + end.Length, 0, count));
                }
            }

            start += count;
        }

        return default;
    }
}
