using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>
/// Scores the sentences of one paper as evidence for a question: a linear model over <see cref="SentenceFeatures"/>, its weights
/// fitted by pairwise logistic regression (docs/decisions/0006-extractive-answers.md).
/// </summary>
public static class SentenceRanker
{
    // In the order of SentenceFeatures.ToVector().
    private static readonly double[] Weights = [0.55, 2.7, 2.4, 0.3, 1.1, 0.7, 2.1, 1.7, 2.8, 0, 0.4, 1.4, 3.4, 0.7, 0.4, -0.6, 0.65, -4.5];

    private const double LengthNormalisation = 0.6;

    private const int NearbyTokens = 3;

    private const double NameInAspect = 0.3;

    private const int FocusTerms = 2;

    private const int SubjectTokens = 4;

    /// <summary>One score a sentence, in the order of the paper's sentences; comparable within a question.</summary>
    public static double[] Score(QuestionReading reading, ResolvedTerms terms, AnalyzedPaper paper) =>
        [.. Features(reading, terms, paper).Select(f => Dot(f.ToVector()))];

    internal static SentenceFeatures[] Features(QuestionReading reading, ResolvedTerms terms, AnalyzedPaper paper)
    {
        var sentences = paper.Sentences;
        var matches = sentences.Select(s => SentenceMatch.Of(terms, s.Tokens)).ToArray();
        var average = Math.Max(1, sentences.Average(s => (double)s.Tokens.Count));
        var total = Math.Max(terms.Total, 1e-9);
        var inTitle = SentenceMatch.Of(terms, paper.Title).Covered;
        var focus = Enumerable.Range(0, terms.Terms.Count).Where(t => !terms.Terms[t].Source.IsName).Take(FocusTerms).ToHashSet();
        var features = new SentenceFeatures[sentences.Count];
        for (var i = 0; i < features.Length; i++)
        {
            var match = matches[i];
            var length = sentences[i].Tokens.Count;
            var overlap = match.Exact / total;
            features[i] = new SentenceFeatures
            {
                Overlap = overlap,
                NormalisedOverlap = overlap / (1 - LengthNormalisation + LengthNormalisation * length / average),
                Related = match.Related / total,
                Adjacent = Adjacency(terms, match) / total,
                Before = i > 0 ? matches[i - 1].Exact / total : 0,
                After = i + 1 < matches.Length ? matches[i + 1].Exact / total : 0,
                Place = matches.Length > 1 ? (double)i / (matches.Length - 1) : 0,
                Form = SentenceCues.Match(sentences[i].Display, reading.Form),
                Counted = IsCounted(reading, sentences[i]) ? 1 : 0,
                Own = SentenceCues.IsOwn(sentences[i].Display) ? 1 : 0,
                Finding = SentenceCues.IsFinding(sentences[i].Display) ? 1 : 0,
                Length = Math.Log(1 + length),
                Aspect = Share(terms, match, t => (1 - inTitle[t]) * (terms.Terms[t].Source.IsName ? NameInAspect : 1)),
                UnaskedResult = (reading.Form & (AnswerForm.Number | AnswerForm.Evaluation)) == 0 && SentenceCues.IsResult(sentences[i].Display) ? 1 : 0,
                Procedure = (reading.Form & AnswerForm.Number) == 0 && SentenceCues.IsProcedure(sentences[i].Display) ? 1 : 0,
                Availability = (reading.Form & AnswerForm.Code) == 0 && SentenceCues.IsAvailability(sentences[i].Display) ? 1 : 0,
                Subject = IsSubject(terms, inTitle, match, sentences[i]) ? 1 : 0,
                Focus = Share(terms, match, t => focus.Contains(t) ? 1 : 0),
            };
        }

        return features;
    }

    private static double Dot(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * Weights[i];
        }

        return sum;
    }

    private static bool IsSubject(ResolvedTerms terms, float[] inTitle, SentenceMatch match, AnalyzedSentence sentence)
    {
        var start = sentence.Tokens.Count > 0 ? sentence.Tokens[0].Position : 0;
        return Enumerable.Range(0, terms.Terms.Count)
            .Any(t => (inTitle[t] > 0.5f || terms.Terms[t].Source.IsName) && match.Positions[t]?.Exists(p => p < start + SubjectTokens) == true);
    }

    private static double Share(ResolvedTerms terms, SentenceMatch match, Func<int, double> weight)
    {
        double sum = 0, total = 0;
        for (var t = 0; t < terms.Terms.Count; t++)
        {
            var worth = terms.Terms[t].Worth * weight(t);
            sum += worth * match.Covered[t];
            total += worth;
        }

        return total > 0 ? sum / total : 0;
    }

    private static double Adjacency(ResolvedTerms terms, SentenceMatch match)
    {
        var sum = 0.0;
        for (var i = 1; i < terms.Terms.Count; i++)
        {
            if (terms.Terms[i].Source.Position - terms.Terms[i - 1].Source.Position <= 2
                && match.Positions[i - 1] is { } first && match.Positions[i] is { } second
                && first.Any(a => second.Any(b => b != a && Math.Abs(b - a) <= NearbyTokens)))
            {
                sum += (terms.Terms[i].Worth + terms.Terms[i - 1].Worth) / 2;
            }
        }

        return sum;
    }

    internal static bool IsCounted(QuestionReading reading, AnalyzedSentence sentence)
    {
        if (reading.Counted.Count == 0)
        {
            return false;
        }

        var words = TextAnalyzer.Words(sentence.Display);
        for (var i = 0; i < words.Count; i++)
        {
            if (NumberWords.IsNumber(words[i].Text)
                && words.Skip(i + 1).Take(5).Any(w => reading.Counted.Contains(PorterStemmer.Stem(w.Text))))
            {
                return true;
            }
        }

        return false;
    }
}
