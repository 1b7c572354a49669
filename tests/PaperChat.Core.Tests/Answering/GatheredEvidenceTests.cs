using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Core.Tests.Answering;

public sealed class GatheredEvidenceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_issued_once_whatever_finds_the_paper_again()
    {
        var (evidence, ranking) = await GatherAsync();

        var first = evidence.Add(ranking, ranking.Papers);
        var again = evidence.Add(ranking, ranking.Papers.Reverse());

        Assert.Equal(first.Select(i => i.Key), again.Reverse().Select(i => i.Key));
        Assert.Equal(Enumerable.Range(1, evidence.Items.Count), evidence.Items.Select(i => i.Key));
    }

    [Fact]
    public async Task Searches_at_once_issue_each_key_once()
    {
        var (evidence, ranking) = await GatherAsync();

        await Parallel.ForAsync(0, 16, Token, (_, _) =>
        {
            evidence.Add(ranking, ranking.Papers);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(evidence.Items.Count, evidence.Items.Select(i => i.Paper.Paper.Paper.Id).Distinct().Count());
    }

    [Fact]
    public async Task Chosen_papers_are_numbered_anew_in_the_order_of_the_choice()
    {
        var (evidence, ranking) = await GatherAsync();
        var items = evidence.Add(ranking, ranking.Papers);

        var chosen = evidence.Choose([items[2].Key, items[0].Key, items[2].Key, 99, 0, -1], null);

        Assert.Equal([(1, items[2].Paper), (2, items[0].Paper)], chosen.Items.Select(i => (i.Key, i.Paper)));
        Assert.Null(chosen.Refusal);
    }

    [Fact]
    public async Task No_more_papers_are_chosen_than_the_question_allows()
    {
        var (evidence, ranking) = await GatherAsync();
        var items = evidence.Add(ranking, ranking.Papers);

        Assert.Single(evidence.Choose(items.Select(i => i.Key), 1).Items);
        Assert.InRange(evidence.Choose(Enumerable.Repeat(items.Select(i => i.Key), 9).SelectMany(k => k), null).Items.Count, 2, GatheredEvidence.MostChosen);
    }

    private static async Task<(GatheredEvidence Evidence, Ranking Ranking)> GatherAsync()
    {
        await using var library = await TestLibrary.OpenAsync();
        var first = await new AnswerPipeline(library, TimeProvider.System).CollectAsync(new Question { Text = "What error does GliderNet reach?" }, Token);
        var ranking = await new HybridRetriever(library, null).RankAsync(
            QuestionReader.Read("ring attention tape libraries drones", SearchFilters.None, false, new DateOnly(2025, 7, 28)), [], Token);
        Assert.InRange(ranking.Papers.Count, 3, 10);
        return (new GatheredEvidence(first), ranking);
    }
}
