using PaperChat.Answering;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>Compares an answer with what its question asks for.</summary>
internal static class AnswerScoring
{
    /// <param name="stored">The cited papers as the library has them now, by id.</param>
    public static AnswerRow Score(
        EvaluationQuestion question, GoldPapers gold, AskedQuestion asked, IReadOnlyDictionary<PaperId, Paper> stored)
    {
        var text = asked.Answer?.Text ?? "";
        var answered = asked.Answer is { Answered: true };
        IReadOnlyList<Citation> citations = answered ? asked.Answer!.Citations : [];
        IReadOnlyList<string>[] missing = [.. AnswerText.MissingFacts(answered ? text : "", question.RequiredFacts)];
        var (cited, citedGold) = CountCited(question, gold, citations);
        var holds = question.RequiredFacts.Count > 0 ? missing.Length == 0 : citedGold > 0;
        string[] missingGold = [.. question.GoldTitles.Where(t => gold.Of(t).Count == 0)];
        Quote[] quotes = [.. citations.SelectMany(c => c.Quotes)];
        return new AnswerRow
        {
            Id = question.Id,
            Type = question.Type,
            Question = question.Text,
            Answerable = question.IsAnswerable,
            Answered = answered,
            Failed = asked.Answer is null,
            Reason = asked.Answer?.Reason ?? asked.Failure?.Code,
            Confidence = asked.Answer?.Confidence ?? 0,
            Correct = question.IsAnswerable ? answered && holds : asked.Answer is { Answered: false },
            AllGoldAt5 = question.IsAnswerable ? Recall(question, gold, asked, 5) == 1 : null,
            RecallAt5 = question.IsAnswerable ? Recall(question, gold, asked, 5) : null,
            RecallAt10 = question.IsAnswerable ? Recall(question, gold, asked, 10) : null,
            FactsFound = question.RequiredFacts.Count > 0 ? missing.Length == 0 : null,
            MissingFacts = missing.Length > 0 ? missing : null,
            CitedPapers = cited,
            CitedGold = citedGold,
            Quotes = quotes.Length,
            ExactQuotes = citations.Sum(c => c.Quotes.Count(q => IsExact(q, stored.GetValueOrDefault(c.Paper.Id)))),
            Evidence = question.Evidence.Count,
            EvidenceCovered = QuotedText.CountCovered(question.Evidence, citations),
            Words = answered ? AnswerText.CountWords(text) : null,
            MissingGold = missingGold.Length > 0 ? missingGold : null,
            Answer = asked.Failure?.Message ?? text,
            Retrieved = [.. asked.Retrieved.Take(10).Select(r => r.Paper.Id.Value)],
            RetrieveMs = asked.Retrieve.TotalMilliseconds,
            TotalMs = asked.Total.TotalMilliseconds,
        };
    }

    private static (int Cited, int Gold) CountCited(EvaluationQuestion question, GoldPapers gold, IReadOnlyList<Citation> citations)
    {
        var wanted = gold.Of(question.GoldTitles);
        var borderline = gold.Of(question.BorderlineTitles);
        PaperId[] counted = [.. citations.Select(c => c.Paper.Id).Distinct().Where(id => wanted.Contains(id) || !borderline.Contains(id))];
        return (counted.Length, counted.Count(wanted.Contains));
    }

    private static double Recall(EvaluationQuestion question, GoldPapers gold, AskedQuestion asked, int depth)
    {
        PaperId[] top = [.. asked.Retrieved.Take(depth).Select(r => r.Paper.Id)];
        return question.GoldTitles.Average(title => top.Any(gold.Of(title).Contains) ? 1.0 : 0.0);
    }

    private static bool IsExact(Quote quote, Paper? stored) =>
        stored?.TextOf(quote.Field) is { } text
        && quote.Start >= 0 && quote.Start < quote.End && quote.End <= text.Length
        && text.AsSpan(quote.Start..quote.End).SequenceEqual(quote.Text);
}
