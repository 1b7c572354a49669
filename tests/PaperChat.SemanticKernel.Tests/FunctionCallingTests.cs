using PaperChat.Answering;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>A model that looks for papers by calling functions, well and badly.</summary>
public sealed class FunctionCallingTests
{
    private const string Question = "How early does TetherSense warn before a kite line snaps?";
    private const string Said = "TetherSense warns 1.5 seconds before a line snaps [1].";

    [Fact]
    public async Task A_model_searches_in_steps_and_the_answer_stands_on_what_it_named()
    {
        var asked = await Asked.DeepAsync("Which device lifts water with the wind, and how much?", "The device raises 600 litres an hour from 30 metres [1].",
            Asked.Search("wells pumps"), Asked.Search("wind water buckets"), new ModelReply("[1]"));

        Assert.Equal(["wells pumps", "wind water buckets"], asked.Answer.Deep!.Searches);
        Assert.Equal(3, asked.Looking.Count);
        Assert.Equal("The device raises 600 litres an hour from 30 metres [1].", asked.Answer.Text);
        Assert.Equal("test:3", Assert.Single(asked.Answer.Citations).Paper.Id.Value);
    }

    [Fact]
    public async Task Calls_that_come_together_are_all_answered_in_order()
    {
        var asked = await Asked.DeepAsync(Question, Said,
            Asked.Calls(("search_papers", """{"query":"kite line strain"}"""), ("search_papers", """{"query":"well water salt"}""")), new ModelReply("[1]"));

        Assert.Equal(2, asked.Results.Count);
        Assert.Contains("TetherSense", asked.Results[0], StringComparison.Ordinal);
        Assert.Contains("Satellite", asked.Results[1], StringComparison.Ordinal);
        Assert.Equal(AnswerMode.Model, asked.Answer.Mode);
    }

    [Fact]
    public async Task A_paper_that_is_found_again_keeps_its_key()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"), Asked.Search("kite lines printed gauges"), new ModelReply("[1]"));

        Assert.All(asked.Results, r => Assert.Contains("[1] TetherSense", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_that_there_is_not_is_told_to_the_model_which_goes_on()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Calls(("order_pizza", "{}")), Asked.Search("strain gauges"), new ModelReply("[1]"));

        Assert.Contains("not found", asked.Results[0], StringComparison.Ordinal);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Theory]
    [InlineData("search_papers", "{}", "query")]
    [InlineData("search_papers", """{"query":" "}""", "empty")]
    [InlineData("search_papers", """{"query":"kites","limit":"many"}""", "limit")]
    [InlineData("search_papers", """{"query":"kites","year":"lately"}""", "2020..2023")]
    [InlineData("search_papers", """{"query":""", "query")]
    [InlineData("get_paper", """{"paper":"77"}""", "77")]
    [InlineData("get_paper", """{"paper":"arxiv:0000.0000"}""", "0000.0000")]
    [InlineData("similar_papers", """{"paper":""}""", "empty")]
    [InlineData("compare_papers", """{"papers":"1"}""", "two or more")]
    [InlineData("compare_papers", """{"papers":"1, 2","aspect":"colour"}""", "problem")]
    public async Task Arguments_that_do_not_fit_come_back_as_advice(string function, string arguments, string advice)
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("kites"), Asked.Calls((function, arguments)), new ModelReply("[1]"));

        Assert.Contains(advice, asked.Results[1], StringComparison.Ordinal);
        Assert.DoesNotContain("evidence ", asked.Results[1], StringComparison.Ordinal);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Fact]
    public async Task A_query_as_long_as_a_paper_is_refused()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search(new string('k', 5_000)), new ModelReply("[1]"));

        Assert.Contains("longer than 300", asked.Results[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_calls_for_ever_is_stopped_and_the_answer_is_made_of_what_it_found()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"));

        Assert.InRange(asked.Looking.Count, 9, 11);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Fact]
    public async Task A_model_that_calls_many_functions_at_once_is_stopped_as_well()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Calls([.. Enumerable.Range(0, 40).Select(i => ("search_papers", $$"""{"query":"kite {{i}}"}"""))]));

        Assert.Single(asked.Looking);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Fact]
    public async Task A_model_that_calls_what_there_is_not_for_ever_is_stopped()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Calls(("order_pizza", "{}")));

        Assert.InRange(asked.Looking.Count, 2, 12);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Fact]
    public async Task The_budget_of_tokens_ends_the_search()
    {
        var asked = await Asked.AskAsync(new Question { Text = Question, Deep = true },
            r => r.Functions.Count > 0 ? Asked.Search("strain gauges") : new ModelReply(Said), options: new ModelAnswerOptions { DeepTokens = 250 });

        Assert.Equal(3, asked.Looking.Count);
        Assert.Equal(Said, asked.Answer.Text);
        Assert.InRange(asked.Answer.Deep!.Tokens, 300, 400);
    }

    [Fact]
    public async Task A_search_that_takes_too_long_ends_and_leaves_what_it_found()
    {
        var patience = new TestTime();
        var searched = false;
        var asked = await Asked.AskAsync(new Question { Text = Question, Deep = true }, r =>
        {
            if (r.Functions.Count == 0)
            {
                return new ModelReply(Said);
            }

            if (!searched)
            {
                searched = true;
                return Asked.Search("strain gauges");
            }

            patience.Advance(FunctionCallingSearch.Longest);
            return new ModelReply("Never") { Delay = new TaskCompletionSource().Task };
        }, time: patience);

        Assert.Equal(["strain gauges"], asked.Answer.Deep!.Searches);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Fact]
    public async Task A_model_that_fails_while_it_looks_leaves_what_it_found()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"), new ModelReply("Down") { Status = 503 });

        Assert.Equal(["strain gauges"], asked.Answer.Deep!.Searches);
        Assert.Equal(Said, asked.Answer.Text);
    }

    [Fact]
    public async Task A_model_that_is_not_there_leaves_the_papers_own_sentences()
    {
        var asked = await Asked.AskAsync(new Question { Text = Question, Deep = true }, _ => new ModelReply("No such key") { Status = 401 });

        Assert.Equal(("model-unauthorized", AnswerMode.Extractive), (asked.Answer.Fallback!.Code, asked.Answer.Mode));
        Assert.Contains("1.5 seconds", asked.Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_says_before_a_call_names_no_paper()
    {
        var asked = await Asked.DeepAsync(Question, Said,
            Asked.Search("wells") with { Text = "The paper [3] may be of use, I look further." }, new ModelReply("[1]"));

        Assert.Equal("test:2", Assert.Single(asked.Answer.Citations).Paper.Id.Value);
        Assert.DoesNotContain("further", asked.Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_were_not_issued_name_no_paper()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"), new ModelReply("[99] [0] [1]"));

        Assert.Equal(Said, asked.Answer.Text);
        Assert.DoesNotContain("[2]", asked.Writing.TextOf("user"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_no_paper_answers_is_refused_and_nothing_is_written()
    {
        var asked = await Asked.DeepAsync("Who won the chess championship of 1927?", Said, Asked.Search("chess championship"), new ModelReply("NOT_ANSWERED"));

        Assert.False(asked.Answer.Answered);
        Assert.All(asked.Requests, r => Assert.NotEmpty(r.Functions));
        Assert.Equal([typeof(AnswerProgress), typeof(EvidenceFound), typeof(AnswerCompleted)], asked.Events.Select(e => e.GetType()).Distinct());
    }

    [Fact]
    public async Task The_evidence_is_announced_once_after_the_search_and_before_the_text()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"), new ModelReply("[1]"));

        var types = asked.Events.Select(e => e.GetType()).ToList();
        Assert.Single(types, t => t == typeof(EvidenceFound));
        Assert.True(types.LastIndexOf(typeof(AnswerProgress)) < types.IndexOf(typeof(EvidenceFound)));
        Assert.True(types.IndexOf(typeof(EvidenceFound)) < types.IndexOf(typeof(AnswerTextAdded)));
    }

    [Fact]
    public async Task Whoever_waits_is_told_what_the_model_does()
    {
        var asked = await Asked.DeepAsync(Question, Said,
            Asked.Search("strain gauges"), Asked.Calls(("get_paper", """{"paper":"1"}""")), new ModelReply("[1]"));

        Assert.Equal("Searching: strain gauges", asked.Progress.First());
        Assert.Contains("Reading a paper: 1", asked.Progress);
        Assert.StartsWith("Looked at ", asked.Progress.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_the_search_count_into_the_answers()
    {
        var asked = await Asked.DeepAsync(Question, Said, Asked.Search("strain gauges"), new ModelReply("[1]"));

        Assert.Equal(300, asked.Answer.Model!.PromptTokens);
    }
}
