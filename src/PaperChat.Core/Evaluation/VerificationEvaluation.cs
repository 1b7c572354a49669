using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Evaluation;

/// <summary>Checks sentences against the papers they cite and compares the verdicts with what they should be.</summary>
/// <param name="library">The library that has the papers; not owned.</param>
/// <param name="time">The clock of the timings.</param>
public sealed class VerificationEvaluation(IPaperLibrary library, TimeProvider time)
{
    /// <summary>A sentence is checked against those of its papers that the library has, and left out where it has none.</summary>
    public async Task<VerificationResult> RunAsync(
        string dataset, IReadOnlyList<VerificationCase> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var papers = await CitedPapers.FindAsync(library, cases, cancellationToken);
        var rows = new List<VerificationRow>(cases.Count);
        var timings = new List<TimeSpan>(cases.Count);
        foreach (var sentence in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cited = papers.Of(sentence);
            if (cited.Count > 0)
            {
                var start = time.GetTimestamp();
                var check = SentenceVerifier.Check(sentence.Sentence, cited);
                timings.Add(time.GetElapsedTime(start));
                rows.Add(Row(sentence, cited, check));
            }
        }

        return new VerificationResult
        {
            Dataset = dataset,
            Sentences = rows.Count,
            Missing = cases.Count - rows.Count,
            All = VerificationFigures.Of(rows),
            Kinds = new SortedDictionary<string, VerificationFigures>(
                rows.GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => VerificationFigures.Of([.. g])), StringComparer.Ordinal),
            Timings = EvaluationTimings.Of(timings),
            Rows = rows,
        };
    }

    private static VerificationRow Row(VerificationCase sentence, IReadOnlyList<Paper> cited, SentenceCheck check) => new()
    {
        Id = sentence.Id,
        Kind = sentence.Kind,
        IsSupported = sentence.IsSupported,
        Verdict = check.Verdict switch
        {
            SentenceVerdict.Verbatim => "verbatim",
            SentenceVerdict.Supported => "supported",
            _ => "unsupported",
        },
        Score = check.Score,
        Found = cited.Count,
        Failures = check.Failures,
    };
}
