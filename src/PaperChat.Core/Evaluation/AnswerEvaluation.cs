using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>Asks questions one after another and compares the answers with what they should hold.</summary>
/// <param name="library">The library that is asked; not owned.</param>
/// <param name="answering">Makes the answerer of a library: <c>l => new AnswerPipeline(l, time).AskAsync</c>.</param>
/// <param name="time">The clock of the timings.</param>
public sealed class AnswerEvaluation(IPaperLibrary library, Func<IPaperLibrary, AskQuestion> answering, TimeProvider time)
{
    /// <summary>A question that ends in a failure event is a row; a failure of the library is thrown.</summary>
    public async Task<AnswerEvaluationResult> RunAsync(
        string dataset, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var gold = await GoldPapers.FindAsync(library, questions, cancellationToken);
        var ask = answering(library);
        var rows = new List<AnswerRow>(questions.Count);
        foreach (var question in questions)
        {
            var asked = await AskedQuestion.AskAsync(ask, question, time, cancellationToken);
            rows.Add(AnswerScoring.Score(question, gold, asked, await StoredAsync(asked, cancellationToken)));
        }

        return Result(dataset, questions, rows);
    }

    /// <summary>
    /// Asks every answerable question of the library without its gold and borderline papers. A question of which no gold paper
    /// is in the library is left out.
    /// </summary>
    public async Task<HeldOutResult> RunHeldOutAsync(IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var gold = await GoldPapers.FindAsync(library, questions, cancellationToken);
        var rows = new List<HeldOutRow>(questions.Count);
        foreach (var question in questions)
        {
            if (gold.Of(question.GoldTitles).Count == 0)
            {
                continue;
            }

            var without = new LibraryWithoutPapers(library, gold.Of(question.GoldTitles.Concat(question.BorderlineTitles)));
            var asked = await AskedQuestion.AskAsync(answering(without), question, time, cancellationToken);
            rows.Add(new HeldOutRow
            {
                Id = question.Id,
                Type = question.Type,
                Refused = asked.Answer is { Answered: false },
                Reason = asked.Answer?.Reason ?? asked.Failure?.Code,
                Confidence = asked.Answer?.Confidence ?? 0,
                Answer = asked.Answer?.Text ?? asked.Failure?.Message ?? "",
            });
        }

        return HeldOutResult.Of(rows);
    }

    private async Task<Dictionary<PaperId, Paper>> StoredAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        PaperId[] cited = [.. (asked.Answer?.Citations ?? []).Select(c => c.Paper.Id).Distinct()];
        return (await library.GetAsync(cited, cancellationToken)).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
    }

    private static AnswerEvaluationResult Result(string dataset, IReadOnlyList<EvaluationQuestion> questions, List<AnswerRow> rows)
    {
        AnswerRow[] bounded = [.. rows.Where((_, i) => questions[i].IsBounded)];
        AnswerRow[] withoutParaphrases = [.. rows.Where((_, i) => questions[i].IsBounded || !questions[i].IsAnswerable)];
        var types = rows.GroupBy(r => r.Type).ToDictionary(g => g.Key, g => AnswerFigures.Of([.. g]));
        return new AnswerEvaluationResult
        {
            Dataset = dataset,
            Questions = rows.Count,
            All = AnswerFigures.Of(rows),
            Bounded = AnswerFigures.Of(bounded),
            Types = new SortedDictionary<string, AnswerFigures>(types, StringComparer.Ordinal),
            Calibration = Calibration.Of(rows.Select(ScoredOutcome.Of)),
            RiskCoverage = RiskCoverage.Of([.. rows.Select(ScoredOutcome.Of)]),
            RiskCoverageBounded = RiskCoverage.Of([.. withoutParaphrases.Select(ScoredOutcome.Of)]),
            RetrieveTimings = EvaluationTimings.Of(rows.Select(r => TimeSpan.FromMilliseconds(r.RetrieveMs))),
            Timings = EvaluationTimings.Of(rows.Select(r => TimeSpan.FromMilliseconds(r.TotalMs))),
            Rows = rows,
        };
    }
}
