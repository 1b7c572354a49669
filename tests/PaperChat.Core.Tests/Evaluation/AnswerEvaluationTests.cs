using System.Text.Json;
using PaperChat.Answering;
using PaperChat.Evaluation;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class AnswerEvaluationTests
{
    private static readonly Paper Kites = Make("kites", "Kites: A Survey", "Kites fly high. They gain 12\\% in  wind. Nobody knows why.");
    private static readonly Paper Boats = Make("boats", "Boats", "Boats float. They need water.");
    private static readonly Paper Trains = Make("trains", "Trains", "Trains roll.");
    private static readonly Paper[] Fillers = [.. Enumerable.Range(0, 9).Select(i => Make($"filler{i}", $"Filler {i}", "Nothing."))];

    private readonly ScriptedAnswers _answers = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_answer_scores_in_every_column()
    {
        _answers.Answer("How much?", "They gain 12% in wind [1].", 0.9, [Boats, Kites], Cite(1, Kites, "They gain 12\\% in  wind."));

        var row = Assert.Single((await RunAsync(Ask("How much?", ["kites, a survey"]) with
        {
            Evidence = ["gain 12\\% in wind"],
            RequiredFacts = [["12%"]],
            History = ["What flies?"],
        })).Rows!);

        Assert.True(row.Answered && row.Correct && row.AllGoldAt5 == true && row.FactsFound == true);
        Assert.Equal((1, 1, 1, 1), (row.CitedPapers, row.CitedGold, row.Quotes, row.ExactQuotes));
        Assert.Equal((1, 1, 5), (row.Evidence, row.EvidenceCovered, row.Words));
        Assert.Equal((1.0, 2.0), (row.RecallAt5, row.RetrieveMs));
        Assert.Equal(["What flies?"], Assert.Single(_answers.Asked).History);
    }

    [Fact]
    public async Task Gold_papers_are_counted_by_the_depth_at_which_they_are_retrieved()
    {
        _answers.Answer("Both?", "x", 0.5, [Kites, .. Fillers[..4], Boats, .. Fillers[4..]]);
        _answers.Answer("Deep?", "x", 0.5, [.. Fillers, Kites, Boats]);

        var result = await RunAsync(Ask("Both?", ["Kites: A Survey", "Boats"]), Ask("Deep?", ["Kites: A Survey", "Boats"]));

        Assert.Equal([(0.5, 1.0), (0.0, 0.5)], result.Rows!.Select(r => (r.RecallAt5!.Value, r.RecallAt10!.Value)));
        Assert.Equal((0.0, 0.25, 0.75), (result.All.AllGoldAt5, result.All.RecallAt5, result.All.RecallAt10));
    }

    [Fact]
    public async Task A_gold_title_that_the_library_does_not_have_is_named_and_counts_as_missed()
    {
        _answers.Answer("?", "x", 0.5, [Kites]);

        var row = Assert.Single((await RunAsync(Ask("?", ["Kites: A Survey", "Lost paper"]))).Rows!);

        Assert.Equal(["Lost paper"], row.MissingGold);
        Assert.Equal(0.5, row.RecallAt5);
    }

    [Fact]
    public async Task Two_papers_with_the_gold_title_are_both_gold()
    {
        var twin = Make("kites-again", "KITES - a survey", "Kites fly high.");
        _answers.Answer("?", "x", 0.5, [twin], Cite(1, twin, "Kites fly high."));

        var row = Assert.Single((await RunAsync([Kites, twin], Ask("?", ["Kites: A Survey"]))).Rows!);

        Assert.Equal((1.0, 1), (row.RecallAt5, row.CitedGold));
    }

    [Fact]
    public async Task Borderline_papers_count_neither_for_nor_against_the_citations()
    {
        _answers.Answer(
            "?", "x", 0.5, [], Cite(1, Kites, "Kites"), Cite(2, Boats, "Boats"), Cite(3, Trains, "Trains"));

        var result = await RunAsync(Ask("?", ["Kites: A Survey"]) with { BorderlineTitles = ["Boats"] });

        Assert.Equal(0.5, result.All.CitedGoldShare);
        Assert.Equal(1, result.All.AnyGoldCited);
    }

    [Fact]
    public async Task Quotes_are_compared_with_what_the_library_holds()
    {
        var changed = Kites with { Abstract = "Kites fly low." };
        var gone = Make("gone", "Gone", "Gone is gone.");
        var outside = new Citation(3, Boats, [new Quote("Boats", PaperField.Abstract, 900, 905), new Quote("", PaperField.Title, 0, 0)]);
        _answers.Answer("?", "x", 0.5, [], Cite(1, changed, "Kites fly low."), Cite(2, gone, "Gone"), outside, Cite(4, Trains, "Trains"));

        var result = await RunAsync(Ask("?", ["Boats"]));

        Assert.Equal(5, result.All.Quotes);
        Assert.Equal(0.2, result.All.ExactQuotes);
    }

    [Fact]
    public async Task A_gold_passage_over_two_quoted_neighbours_is_covered_but_not_over_a_gap()
    {
        var citation = Cite(1, Kites, "Kites fly high.", "They gain 12\\% in  wind.");
        var apart = Cite(1, Kites, "Kites fly high.", "Nobody knows why.");
        _answers.Answer("near", "x", 0.5, [], citation);
        _answers.Answer("apart", "x", 0.5, [], apart);
        var evidence = "fly high. They gain";

        var result = await RunAsync(
            Ask("near", ["Kites: A Survey"]) with { Evidence = [evidence] },
            Ask("apart", ["Kites: A Survey"]) with { Evidence = [evidence, "high. Nobody"] });

        Assert.Equal([1, 0], result.Rows!.Select(r => r.EvidenceCovered));
        Assert.Equal(1.0 / 3, result.All.EvidenceCovered!.Value, 1e-12);
    }

    [Fact]
    public async Task Refusing_is_right_for_unanswerable_questions_and_wrong_for_others()
    {
        _answers.Refuse("good", 0.1, Kites);
        _answers.Refuse("bad", 0.3, Kites);
        _answers.Answer("invented", "x", 0.6, [Kites], Cite(1, Kites, "Kites"));
        _answers.Fail("broken");

        var result = await RunAsync(
            Ask("good", [], "unanswerable"), Ask("bad", ["Boats"]), Ask("invented", [], "unanswerable"), Ask("broken", ["Boats"]));

        Assert.Equal([true, false, false, false], result.Rows!.Select(r => r.Correct));
        Assert.Equal((2, 1), (result.All.Unanswerable, result.All.UnanswerableRefused));
        Assert.Equal((2, 1, 1), (result.All.Answerable, result.All.AnswerableRefused, result.All.Failed));
        Assert.Equal("model-failed", result.Rows![3].Reason);
        Assert.Null(result.All.CitedGoldShare);
        Assert.Equal(0, result.All.AnyGoldCited);
    }

    [Fact]
    public async Task A_refusal_whose_text_holds_the_facts_does_not_hold_them()
    {
        _answers.Refuse("?", 0.1);

        var row = Assert.Single((await RunAsync(Ask("?", ["Boats"]) with { RequiredFacts = [["library"]] })).Rows!);

        Assert.False(row.FactsFound);
        Assert.Null(row.Words);
    }

    [Fact]
    public async Task Figures_come_by_type_and_without_paraphrases_and_unanswerable_questions()
    {
        _answers.Answer("right", "water [1]", 0.9, [Boats], Cite(1, Boats, "water"));
        _answers.Answer("vague", "steam", 0.8, [Trains]);
        _answers.Refuse("no", 0.1);

        var result = await RunAsync(
            Ask("right", ["Boats"]) with { RequiredFacts = [["water"]] },
            Ask("vague", ["Boats"], "paraphrase") with { RequiredFacts = [["water"]] },
            Ask("no", [], "unanswerable"));

        Assert.Equal(["factoid", "paraphrase", "unanswerable"], result.Types.Keys);
        Assert.Equal((0.5, 1.0, 0.0), (result.All.FactsFound, result.Bounded.FactsFound, result.Types["paraphrase"].FactsFound));
        Assert.Equal((3, 1), (result.All.Questions, result.Bounded.Questions));
        Assert.Equal([1.0 / 3, 2.0 / 3], result.RiskCoverage.Points.Select(p => p.Coverage));
        Assert.Equal([0.5], result.RiskCoverageBounded.Points.Select(p => p.Coverage));
        Assert.NotNull(result.Calibration);
    }

    [Fact]
    public async Task Held_out_questions_are_asked_of_a_library_without_their_gold_and_borderline_papers()
    {
        _answers.Refuse("kites?", 0.2);
        _answers.Answer("boats?", "x", 0.7, [Trains]);
        await using var library = await InMemoryPaperLibrary.OfAsync([Kites, Boats, Trains], Token);
        var asked = new List<IPaperLibrary>();
        var evaluation = new AnswerEvaluation(library, l => Seen(asked, l), TimeProvider.System);
        EvaluationQuestion[] questions =
        [
            Ask("kites?", ["Kites: A Survey"]) with { BorderlineTitles = ["Trains"] },
            Ask("boats?", ["Boats"], "topic"),
            Ask("never asked", [], "unanswerable"),
            Ask("not in the library", ["Lost paper"]),
        ];

        var result = await evaluation.RunHeldOutAsync(questions, Token);

        Assert.Equal((2, 1, 0.5), (result.Questions, result.Refused, result.RefusedShare));
        Assert.Equal((1.0, 0.0), (result.RefusedByType["factoid"], result.RefusedByType["topic"]));
        Assert.Equal(["boats"], await IdsAsync(asked[0]));
        Assert.Equal(["kites", "trains"], await IdsAsync(asked[1]));
    }

    [Fact]
    public async Task The_curve_with_held_out_questions_counts_their_answers_as_wrong()
    {
        _answers.Answer("kites?", "x", 0.9, [Kites], Cite(1, Kites, "Kites"));
        await using var library = await InMemoryPaperLibrary.OfAsync([Kites], Token);
        var evaluation = new AnswerEvaluation(library, _ => _answers.AskAsync, TimeProvider.System);
        EvaluationQuestion[] questions = [Ask("kites?", ["Kites: A Survey"])];
        var result = await evaluation.RunAsync("test", questions, Token);

        var curve = (await evaluation.RunHeldOutAsync(questions, Token)).RiskCoverageWith(result.Rows!);

        Assert.Equal(new RiskCoveragePoint(0.9, 1, 0.5), Assert.Single(curve.Points));
        Assert.Equal(0.5, curve.Auroc);
    }

    [Fact]
    public async Task The_result_is_written_in_camel_case_and_leaves_out_what_is_unknown()
    {
        _answers.Refuse("no", 0.1);

        var json = JsonSerializer.Serialize(await RunAsync(Ask("no", [], "unanswerable")), EvaluationJson.Default.AnswerEvaluationResult);

        Assert.Contains("\"unanswerableRefused\":1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("recall@5", json, StringComparison.Ordinal);
    }

    private Task<AnswerEvaluationResult> RunAsync(params EvaluationQuestion[] questions) =>
        RunAsync([Kites, Boats, Trains, .. Fillers], questions);

    private async Task<AnswerEvaluationResult> RunAsync(Paper[] papers, params EvaluationQuestion[] questions)
    {
        await using var library = await InMemoryPaperLibrary.OfAsync(papers, Token);
        return await new AnswerEvaluation(library, _ => _answers.AskAsync, TimeProvider.System).RunAsync("test", questions, Token);
    }

    private AskQuestion Seen(List<IPaperLibrary> asked, IPaperLibrary library)
    {
        asked.Add(library);
        return _answers.AskAsync;
    }

    private static async Task<IEnumerable<string>> IdsAsync(IPaperLibrary library) =>
        (await library.ListAsync(SearchFilters.None, Token).ToListAsync(Token)).Select(p => p.Id.Value);

    private static EvaluationQuestion Ask(string text, string[] gold, string type = "factoid") =>
        new() { Id = text, Type = type, Text = text, GoldTitles = gold };

    private static Citation Cite(int number, Paper paper, params string[] quotes) => new(
        number,
        paper,
        [.. quotes.Select(q => Quote.Of(paper, PaperField.Abstract, paper.Abstract.IndexOf(q, StringComparison.Ordinal), q.Length))]);

    private static Paper Make(string id, string title, string text) => new() { Id = new PaperId(id), Title = title, Abstract = text };
}
