using PaperChat.Answering;

namespace PaperChat.Core.Tests.Answering;

/// <summary>What becomes of sentences that somebody wrote: kept with their quotes, taken out, marked, or given up.</summary>
public sealed class WrittenAnswerTests
{
    private const string Asked = "What error does GliderNet reach on StormBench?";

    private static readonly ModelException Unreachable = new("model-unreachable", "No answer from the model.", isTransient: true);

    private static DraftPiece[] Says(string text, params int[] keys) =>
        [new DraftPiece.Text(" " + CitedSentence.Join(text, keys)), new DraftPiece.Sentence(text, keys, []) { Before = " " }];

    private static async Task<List<AnswerEvent>> EventsAsync(IAnswerWriter writer, Question? question = null)
    {
        await using var library = await TestLibrary.OpenAsync();
        return await new AnswerPipeline(library, TimeProvider.System, writer)
            .AskAsync(question ?? new Question { Text = Asked }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Answer> AskAsync(IAnswerWriter writer, Question? question = null) =>
        (await EventsAsync(writer, question)).OfType<AnswerCompleted>().Single().Answer;

    [Fact]
    public async Task A_sentence_that_holds_stays_with_the_quote_that_supports_it()
    {
        var answer = await AskAsync(new ScriptedWriter(Says("The error of GliderNet on StormBench is 4.2 percent.", 1)));

        var sentence = Assert.Single(answer.Sentences);
        Assert.Equal(SentenceVerdict.Supported, sentence.Verdict);
        Assert.InRange(sentence.Score, 0.5, 1);
        var quote = Assert.Single(sentence.Quotes).Quote;
        Assert.Equal(answer.Citations[0].Paper.Abstract[quote.Start..quote.End], quote.Text);
        Assert.Contains("4.2\\%", quote.Text, StringComparison.Ordinal);
        Assert.Equal("The error of GliderNet on StormBench is 4.2 percent [1].", answer.Text);
        Assert.Equal((AnswerMode.Model, true, 0), (answer.Mode, answer.Complete, answer.Unsupported));
    }

    [Fact]
    public async Task A_sentence_without_support_is_taken_out_and_counted()
    {
        var answer = await AskAsync(new ScriptedWriter(
            [.. Says("GliderNet reaches an error of 2.4 percent on StormBench.", 1), .. Says("GliderNet is trained in three hours on one GPU.", 1)]));

        Assert.Equal("GliderNet is trained in three hours on one GPU [1].", answer.Text);
        Assert.Equal(1, answer.Unsupported);
        Assert.True(answer.Sentences[0].Dropped);
        Assert.Contains(answer.Sentences[0].Failures, f => f.Claimed.Contains("2.4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shown_on_request_it_is_marked()
    {
        var question = new Question { Text = Asked, ShowUnsupported = true };

        var answer = await AskAsync(new ScriptedWriter(
            [.. Says("GliderNet reaches an error of 2.4 percent on StormBench.", 1), .. Says("GliderNet is trained in three hours on one GPU.", 1)]), question);

        Assert.StartsWith("GliderNet reaches an error of 2.4 percent on StormBench [1] [unsupported]. GliderNet is", answer.Text, StringComparison.Ordinal);
        Assert.Equal((1, false), (answer.Unsupported, answer.Sentences[0].Dropped));
    }

    [Fact]
    public async Task Keys_that_were_not_issued_are_no_citations()
    {
        var answer = await AskAsync(new ScriptedWriter(
            [.. Says("GliderNet is trained in three hours on one GPU.", 1, 7), .. Says("GliderNet cuts memory from quadratic to linear.", 9)]));

        Assert.Equal("GliderNet is trained in three hours on one GPU [1].", answer.Text);
        Assert.Equal([1], answer.Citations.Select(c => c.Number));
        Assert.Empty(answer.Sentences[1].Citations);
    }

    [Fact]
    public async Task An_answer_of_which_nothing_holds_becomes_the_extractive_one()
    {
        var events = await EventsAsync(new ScriptedWriter(Says("GliderNet reaches an error of 2.4 percent on StormBench.", 1)));

        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        Assert.Equal((AnswerMode.Extractive, true, true), (answer.Mode, answer.Complete, answer.Answered));
        Assert.Equal("unsupported", answer.Fallback?.Code);
        Assert.Contains("4.2%", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2.4", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, answer.Unsupported);
        Assert.Single(events.OfType<AnswerFellBack>());
        Assert.Equal(answer.Text, string.Concat(events.OfType<SentenceVerified>().Select(s => s.Text)));
    }

    [Fact]
    public async Task A_writer_that_fails_before_its_first_text_leaves_the_extractive_answer()
    {
        var answer = await AskAsync(new ScriptedWriter(Unreachable));

        Assert.Equal((AnswerMode.Extractive, true, true), (answer.Mode, answer.Complete, answer.Answered));
        Assert.Equal(new AnswerFallback("model-unreachable", "No answer from the model."), answer.Fallback);
    }

    [Fact]
    public async Task A_writer_that_breaks_off_leaves_what_holds_and_says_so()
    {
        var events = await EventsAsync(new ScriptedWriter(Unreachable,
            [.. Says("GliderNet is trained in three hours on one GPU.", 1), new DraftPiece.Text(" Its memory is")]));

        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        Assert.Equal((AnswerMode.Model, false, "model-unreachable", true), (answer.Mode, answer.Complete, answer.Reason, answer.Answered));
        Assert.Equal("GliderNet is trained in three hours on one GPU [1].", answer.Text);
        Assert.Single(events.OfType<PendingTextWithdrawn>());
    }

    [Fact]
    public async Task A_writer_that_breaks_off_before_anything_holds_leaves_the_extractive_answer_not_complete()
    {
        var answer = await AskAsync(new ScriptedWriter(Unreachable, new DraftPiece.Text("GliderNet is")));

        Assert.Equal((AnswerMode.Extractive, false, "model-unreachable"), (answer.Mode, answer.Complete, answer.Reason));
        Assert.Contains("4.2%", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_that_finds_no_answer_in_the_evidence_makes_a_refusal()
    {
        var answer = await AskAsync(new ScriptedWriter(new DraftPiece.NoAnswer()));

        Assert.Equal((false, "not-stated", AnswerMode.Model), (answer.Answered, answer.Reason, answer.Mode));
        Assert.NotEmpty(answer.Closest);
    }

    [Fact]
    public async Task Extractive_on_request_never_asks_the_writer()
    {
        var answer = await AskAsync(new ScriptedWriter(Unreachable), new Question { Text = Asked, Extractive = true });

        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.Null(answer.Fallback);
    }

    [Fact]
    public async Task A_list_keeps_its_lines_when_a_sentence_is_taken_out()
    {
        var answer = await AskAsync(new ScriptedWriter(
        [
            new DraftPiece.Sentence("GliderNet is trained in three hours on one GPU.", [1], []) { Before = "- " },
            new DraftPiece.Sentence("It costs 900 dollars.", [1], []) { Before = "\n- " },
            new DraftPiece.Sentence("GliderNet cuts memory from quadratic to linear.", [1], []) { Before = " " },
        ]));

        Assert.Equal("- GliderNet is trained in three hours on one GPU [1].\n- GliderNet cuts memory from quadratic to linear [1].", answer.Text);
    }

    [Fact]
    public async Task Of_several_keys_those_stay_whose_papers_bear_the_sentence_out()
    {
        var answer = await AskAsync(
            new ScriptedWriter(Says("BadgerDB was tested on 14 tape libraries.", 1, 2)),
            new Question { Text = "Compare GliderNet and BadgerDB: how were they tested?" });

        var cited = Assert.Single(answer.Citations);
        Assert.Equal("test:2", cited.Paper.Id.Value);
        Assert.Equal([cited.Number], answer.Sentences[0].Citations);
    }
}
