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

    public static TitleMatch Of(ResolvedTerms terms, QuestionText question, AnalyzedPaper paper)
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

    private static (double Match, Mention Where) NameMatch(QuestionText question, string title)
    {
        var head = TitleName.Head(title);
        var name = TextAnalyzer.Words(head);
        if (name.Count is 0 or > TitleName.MaxWords)
        {
            return PartOfName(question, title);
        }

        var first = PorterStemmer.Stem(name[0].Text);
        string[]? stems = null;
        for (var i = 0; i + name.Count <= question.Words.Count; i++)
        {
            // Nearly always the first word tells that it is not the name.
            if (question.Stems[i] != first || !question.Stems.AsSpan(i, name.Count).SequenceEqual(stems ??= [.. name.Select(w => PorterStemmer.Stem(w.Text))]))
            {
                continue;
            }

            var last = question.Words[i + name.Count - 1];
            var where = new Mention(question.Words[i].Start, last.Start + last.Length, 0, name.Count);
            var text = question.Text[where.Start..where.End];
            if (name.Count == 1 && IsAnotherWord(text, head.AsSpan(name[0].Start, name[0].Length)))
            {
                continue;
            }

            var isWritten = text.AsSpan(1).ContainsAnyInRange('A', 'Z') || (i > 0 && char.IsUpper(text[0])) || name.Count >= 4;
            return (isWritten ? 1 : 0.5, where);
        }

        return PartOfName(question, title);
    }

    // Papers are called SPARE, SEE and SCAN; who writes "spare", "seeing" or "Scan" means the word.
    private static bool IsAnotherWord(string text, ReadOnlySpan<char> name)
    {
        var isAcronym = name[1..].ContainsAnyInRange('A', 'Z');
        return isAcronym && !name.SequenceEqual(text)
            && (!name.Equals(text, StringComparison.OrdinalIgnoreCase) || BackgroundTerms.IsCommon(PorterStemmer.Stem(text.ToLowerInvariant())));
    }

    // "in Information Pathways": two or more words with capitals, in a row in question and title.
    private static (double Match, Mention Where) PartOfName(QuestionText question, string title)
    {
        List<Word>? words = null;
        foreach (var (start, count) in question.CapitalRuns)
        {
            words ??= TextAnalyzer.Words(title);
            for (var at = 0; at + count <= words.Count; at++)
            {
                if (Enumerable.Range(0, count).All(k => words[at + k].Text == question.Words[start + k].Text))
                {
                    var end = question.Words[start + count - 1];
                    return (PartialName, new Mention(question.Words[start].Start, end.Start + end.Length, 0, count));
                }
            }
        }

        return default;
    }
}
