using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Answering;

public sealed class AnswerPipelineTests
{
    private static async Task<List<AnswerEvent>> EventsAsync(Question question)
    {
        await using var library = await TestLibrary.OpenAsync();
        return await new AnswerPipeline(library, TimeProvider.System).AskAsync(question, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Answer> AskAsync(string text, params string[] history) =>
        (await EventsAsync(new Question { Text = text, History = history })).OfType<AnswerCompleted>().Single().Answer;

    [Theory]
    [InlineData("How large is GliderNet's error on StormBench, and what does the best baseline get?", "4.2%", "test:1")]
    [InlineData("How long does GliderNet train and on which hardware?", "three hours on a single GPU", "test:1")]
    [InlineData("how does glidernet bring down memory", "from quadratic to linear", "test:1")]
    [InlineData("How many tape libraries was BadgerDB tested on?", "14 tape libraries", "test:2")]
    [InlineData("What can BadgerDB not do?", "cannot update a record", "test:2")]
    [InlineData("how many trees did the orchard drones visit in field trials", "320 trees", "test:4")]
    [InlineData("Where is the code of Glidernett?", "https://example.org/glider", "test:1")]
    public async Task A_question_is_answered_with_the_sentence_that_states_it(string question, string fact, string paper)
    {
        var answer = await AskAsync(question);

        Assert.True(answer.Answered, answer.Text);
        Assert.Contains(fact, answer.Text, StringComparison.Ordinal);
        Assert.Equal(paper, answer.Citations[0].Paper.Id.Value);
        Assert.InRange(answer.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData("Which vaccine protects against malaria?")]
    [InlineData("What BLEU score does GliderNet reach on WMT14?")]
    [InlineData("How is federated averaging made private?")]
    public async Task What_the_library_does_not_hold_is_refused_with_what_comes_nearest(string question)
    {
        var answer = await AskAsync(question);

        Assert.False(answer.Answered, answer.Text);
        Assert.NotNull(answer.Reason);
        Assert.Empty(answer.Citations);
        Assert.True(answer.Closest.Count > 0 || answer.Retrieved.Count == 0);
    }

    [Fact]
    public async Task A_named_paper_that_does_not_state_the_fact_is_said_not_to()
    {
        var answer = await AskAsync("What BLEU score does GliderNet reach on WMT14?");

        Assert.Equal("not-stated", answer.Reason);
        Assert.Contains("GliderNet", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_is_the_stored_text_and_the_answer_its_cleaned_form()
    {
        var answer = await AskAsync("What error does GliderNet reach on StormBench?");

        var quote = answer.Citations[0].Quotes[0];
        Assert.Equal(answer.Citations[0].Paper.Abstract[quote.Start..quote.End], quote.Text);
        Assert.Contains("4.2\\%", quote.Text, StringComparison.Ordinal);
        Assert.Contains("4.2%", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Sentences, s => Assert.Equal(SentenceVerdict.Verbatim, s.Verdict));
    }

    [Fact]
    public async Task Events_come_in_order_and_end_once()
    {
        var events = await EventsAsync(new Question { Text = "How long does GliderNet train?" });

        Assert.IsType<EvidenceFound>(events[0]);
        Assert.IsType<AnswerCompleted>(events[^1]);
        Assert.Single(events.OfType<AnswerCompleted>());
        Assert.True(events.FindIndex(e => e is CitationMade) < events.FindIndex(e => e is AnswerTextAdded));
        Assert.Equal(
            events.OfType<AnswerCompleted>().Single().Answer.Text,
            string.Concat(events.OfType<AnswerTextAdded>().Select(t => t.Text)));
    }

    [Fact]
    public async Task A_comparison_puts_both_papers_side_by_side()
    {
        var answer = await AskAsync("Compare GliderNet and BadgerDB: how were they tested?");

        Assert.Equal(["test:1", "test:2"], answer.Citations.Select(c => c.Paper.Id.Value).Order());
    }

    [Fact]
    public async Task A_topic_is_answered_with_a_list_of_its_papers()
    {
        var answer = await AskAsync("papers on tape libraries");

        Assert.Equal(["test:2", "test:5"], answer.Citations.Select(c => c.Paper.Id.Value).Order());
        Assert.Equal(2, answer.Text.Split('\n').Length);
    }

    [Fact]
    public async Task A_follow_up_is_about_the_paper_of_the_turn_before()
    {
        var answer = await AskAsync("What can it not do?", "Tell me about BadgerDB.");

        Assert.Contains("cannot update a record", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_gives_nothing()
    {
        var events = await EventsAsync(new Question { Text = "ring attention", Filters = new SearchFilters { Year = new YearRange(1990, 1991) } });

        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        Assert.False(answer.Answered);
        Assert.Empty(answer.Retrieved);
        Assert.Equal("no-hits", answer.Reason);
    }

    [Fact]
    public async Task An_empty_library_is_said_to_be_empty()
    {
        await using var library = new InMemoryPaperLibrary();

        var events = await new AnswerPipeline(library, TimeProvider.System)
            .AskAsync(new Question { Text = "What is known?" }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("empty-library", events.OfType<AnswerCompleted>().Single().Answer.Reason);
    }

    [Fact]
    public async Task An_answer_says_what_it_stands_on() =>
        Assert.Equal("5 papers, listed up to 28 July", (await AskAsync("How long does GliderNet train?")).StandsOn);

    [Theory]
    [InlineData("???")]
    [InlineData("the of and")]
    [InlineData("")]
    public async Task A_question_without_words_is_refused_not_failed(string question) =>
        Assert.False((await AskAsync(question)).Answered);
}
