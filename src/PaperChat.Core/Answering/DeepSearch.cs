using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using PaperChat.Evidence;
using PaperChat.Prompts;
using PaperChat.Retrieval;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>
/// Looks further for a question: searches that the model proposes, each candidate scored by the model, several at a time, and evidence
/// made of the best. It ends within a budget of tokens, and a model that fails half-way leaves what there was.
/// </summary>
internal sealed partial class DeepSearch(IChatClient client, PromptSet prompts, ModelAnswerOptions options)
{
    private const int Searches = 3;
    private const int MostCandidates = 20;
    private const int OfEachSearch = 8;
    private const int GoodScore = 5;
    private const int PaperTokens = 700;
    private const int Titles = 8;
    private const int LongestSearch = 150;
    private const double MostConfidence = 0.9;

    private readonly PromptTemplate _propose = prompts[PromptNames.ProposeSearches];
    private readonly PromptTemplate _score = prompts[PromptNames.ScoreEvidence];

    /// <summary>At most three searches; none when the model fails.</summary>
    public async Task<IReadOnlyList<string>> ProposeAsync(Question question, Ranking first, ModelSpend spend, CancellationToken cancellationToken)
    {
        var messages = _propose.Render(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["question"] = TextCleaner.Clean(question.Text).Text,
            ["count"] = Searches.ToString(CultureInfo.InvariantCulture),
            ["titles"] = string.Join('\n', first.Papers.Take(Titles).Select(p => TextCleaner.Clean(p.Paper.Paper.Title).Text.ReplaceLineEndings(" "))),
        });
        try
        {
            var response = await client.GetResponseAsync(messages, _propose.Options, cancellationToken);
            spend.Take(response.Usage, response.ModelId);
            return [.. response.Text.Split('\n').Select(l => ListMark().Replace(l, "").Replace('"', ' ').Trim())
                .Where(l => l.Length is > 2 and <= LongestSearch && l.Any(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Searches)];
        }
        catch (ModelException)
        {
            return [];
        }
    }

    /// <summary>Scores the candidates of all rankings; those that the model did not score are left out.</summary>
    public async Task<IReadOnlyList<(EvidenceItem Item, ScoredPaper Score)>> ScoreAsync(
        Question question, IReadOnlyList<Ranking> rankings, ModelSpend spend, CancellationToken cancellationToken)
    {
        var candidates = Candidates(rankings);
        var scored = new ConcurrentDictionary<int, (EvidenceItem, ScoredPaper)>();
        await Parallel.ForAsync(0, candidates.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                if (spend.Tokens < options.DeepTokens && await ScoreAsync(question, candidates[i], spend, token) is { } score)
                {
                    scored[i] = (candidates[i], score);
                }
            });
        return [.. scored.OrderByDescending(s => s.Value.Item2.Score).ThenBy(s => s.Key).Select(s => s.Value)];
    }

    /// <summary>The evidence of the best candidates; the first evidence where none is good.</summary>
    public static EvidenceSet Choose(EvidenceSet first, IReadOnlyList<(EvidenceItem Item, ScoredPaper Score)> scored, int? maxPapers)
    {
        var good = scored.Where(s => s.Score.Score >= GoodScore).Select(s => s.Item);
        return GatheredEvidence.Choose(first, good, scored.Select(s => s.Item.Paper), maxPapers, ConfidenceOf(scored.Count > 0 ? scored[0].Score.Score : 0));
    }

    /// <summary>How far evidence is trusted whose best paper a model scores so high, 0 to 10.</summary>
    public static double ConfidenceOf(int score) => MostConfidence * score / 10;

    private async Task<ScoredPaper?> ScoreAsync(Question question, EvidenceItem candidate, ModelSpend spend, CancellationToken cancellationToken)
    {
        var evidence = FencedEvidence.Of(candidate, PaperTokens);
        var messages = _score.Render(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["question"] = TextCleaner.Clean(question.Text).Text,
            ["evidence"] = evidence.Text,
            ["fence"] = evidence.Fence,
        });
        try
        {
            var response = await client.GetResponseAsync(messages, _score.Options, cancellationToken);
            spend.Take(response.Usage, response.ModelId);
            var line = ScoreLine().Match(response.Text);
            return line.Success && int.Parse(line.Groups["score"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var score and <= 10
                ? new ScoredPaper(candidate.Paper.Paper.Paper.Id, score, TextCleaner.Clean(line.Groups["summary"].Value).Text.Trim())
                : null;
        }
        catch (ModelException)
        {
            return null;
        }
    }

    // Each ranking gives its best in turn, so that no search drowns the others; the budget bounds how many there are.
    private List<EvidenceItem> Candidates(IReadOnlyList<Ranking> rankings)
    {
        var most = Math.Clamp((int)(options.DeepTokens / (PaperTokens + (_score.MaxTokens ?? 0))), 1, MostCandidates);
        var candidates = new List<EvidenceItem>();
        for (var rank = 0; rank < OfEachSearch; rank++)
        {
            foreach (var ranking in rankings.Where(r => r.Papers.Count > rank))
            {
                var paper = ranking.Papers[rank];
                if (candidates.Count < most && candidates.TrueForAll(c => c.Paper.Paper.Paper.Id != paper.Paper.Paper.Id))
                {
                    candidates.Add(new EvidenceItem(candidates.Count + 1, paper, SentenceSelector.Select(ranking.Terms, paper, 2, 60)));
                }
            }
        }

        return candidates;
    }

    [GeneratedRegex(@"^\s*(?:[-*•]|\d{1,2}[.):])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^\s*(?:score\s*:?\s*)?(?<score>\d{1,2})(?:\s*/\s*10)?\b[\s:.,–-]*(?<summary>[^\r\n]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScoreLine();
}
