using System.Globalization;
using System.Runtime.CompilerServices;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>One deep search, step by step, so that somebody who waits sees what is done.</summary>
internal sealed class DeepRun(DeepSearch search, ModelSpend spend, TimeProvider time, AskedLibrary library)
{
    /// <summary>The evidence found; null until the run is over.</summary>
    public EvidenceSet? Evidence { get; private set; }

    /// <summary>What it took; null until the run is over.</summary>
    public DeepUse? Use { get; private set; }

    public async IAsyncEnumerable<AnswerProgress> RunAsync(Question question, EvidenceSet first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var searches = await search.ProposeAsync(question, first.Ranking, spend, cancellationToken);
        yield return new AnswerProgress(searches.Count > 0 ? $"Searching also: {string.Join("; ", searches)}" : "The model proposed no further search.");
        List<Ranking> rankings = [first.Ranking];
        foreach (var text in searches)
        {
            rankings.Add(await library.RankAsync(text, SearchFilters.None, [], cancellationToken));
        }

        var scored = await search.ScoreAsync(question, rankings, spend, cancellationToken);
        Evidence = DeepSearch.Choose(first, scored, question.MaxPapers);
        Use = new DeepUse(searches, [.. scored.Select(s => s.Score)], time.GetElapsedTime(began), spend.Tokens);
        yield return new AnswerProgress(string.Create(CultureInfo.InvariantCulture,
            $"Read {scored.Count} papers in {Use.Time.TotalSeconds:0.0} s and {Use.Tokens:N0} tokens."));
    }
}
