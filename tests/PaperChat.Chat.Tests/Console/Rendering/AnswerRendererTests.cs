using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Tests.Console.Rendering;

public sealed class AnswerRendererTests
{
    private static readonly Citation One = new(1, TestPapers.Lattice, [Quote.Of(TestPapers.Lattice, PaperField.Abstract, 29, 60)]);
    private static readonly Citation Two = new(2, TestPapers.Summary, []);

    [Fact]
    public async Task Text_that_comes_in_pieces_is_one_paragraph_with_its_sources()
    {
        var console = new TestConsole(width: 60);
        var answer = Answered("LatticeNet reaches 91.3% [1]. Tides have harmonics [2].", One, Two) with { StandsOn = "64 papers, listed up to 28 July" };

        await new AnswerRenderer(console, quiet: false).RenderAsync(
            Events(
                new CitationMade(One),
                new AnswerTextAdded("LatticeNet rea"),
                new AnswerTextAdded("ches 91.3% ["),
                new AnswerTextAdded("1]."),
                Settled("LatticeNet reaches 91.3% [1]."),
                new AnswerTextAdded(" Tides have harmonics [2]."),
                Settled(" Tides have harmonics [2]."),
                new AnswerCompleted(answer)),
            CancellationToken.None);

        Assert.Equal(
            """
            LatticeNet reaches 91.3% [1]. Tides have harmonics [2].

            Sources
            [1] LatticeNet: Sparse Routing for Weather Forecasting
                Ada Moss et al.; ICML 2024; arxiv:2401.00001;
                https://example.org/lattice
            [2] A Survey of Tidal Modelling
                listed 28 July; title:00112233445566aa; summary written
                for the sample

            Confidence: high (0.80). Searched: 64 papers, listed up to
            28 July.

            """.ReplaceLineEndings("\n"),
            console.Output);
    }

    [Fact]
    public async Task A_refusal_says_why_and_names_the_closest_papers()
    {
        var console = new TestConsole();
        var refusal = Answered("No paper in the library says this.") with
        {
            Answered = false,
            Confidence = 0.1,
            Closest = [TestPapers.Summary.Id],
            Retrieved = [new RetrievedPaper(1, TestPapers.Lattice, 2), new RetrievedPaper(2, TestPapers.Summary, 1)],
        };

        await new AnswerRenderer(console, quiet: false).RenderAsync(Events(new AnswerCompleted(refusal)), CancellationToken.None);

        Assert.Equal(
            """
            No paper in the library says this.

            Closest papers
            1.  A Survey of Tidal Modelling
                listed 28 July; title:00112233445566aa; summary written for the sample

            """.ReplaceLineEndings("\n"),
            console.Output);
    }

    [Fact]
    public async Task Quiet_leaves_text_and_sources()
    {
        var console = new TestConsole();

        await new AnswerRenderer(console, quiet: true).RenderAsync(
            Events(new AnswerTextAdded("Yes [1]."), new AnswerCompleted(Answered("Yes [1].", One))), CancellationToken.None);

        Assert.Contains("[1] LatticeNet", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Confidence", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pending_text_is_shown_at_once_on_a_terminal_and_replaced_when_its_sentence_settles()
    {
        var console = new TestConsole(width: 20, ansi: true);

        await new AnswerRenderer(console, quiet: true).RenderAsync(
            Events(
                new AnswerTextAdded("Lattices reach the mo"),
                new AnswerTextAdded("on. Tides ha"),
                new SentenceVerified(Sentence("Lattices reach the moon.", SentenceVerdict.Unsupported), "") { Pending = " Tides ha" },
                new AnswerTextAdded("ve harmonics [2]."),
                Settled("Tides have harmonics [2]."),
                new AnswerCompleted(Answered("Tides have harmonics [2].", Two))),
            CancellationToken.None);

        Assert.Equal("Tides have harmonics\n[2].", Screen.Of(console.Output).Split("\n\n")[0]);
        Assert.Contains("mo", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_settled_text_alone()
    {
        var console = new TestConsole();

        await new AnswerRenderer(console, quiet: true).RenderAsync(
            Events(
                new AnswerProgress("Searching"),
                new AnswerTextAdded("Lattices reach the moon."),
                new SentenceVerified(Sentence("Lattices reach the moon.", SentenceVerdict.Unsupported), ""),
                new AnswerTextAdded(" Tides"),
                new PendingTextWithdrawn(),
                Settled("Tides have harmonics [2]."),
                new AnswerCompleted(Answered("Tides have harmonics [2].", Two))),
            CancellationToken.None);

        Assert.StartsWith("Tides have harmonics [2].\n\nSources", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_say_what_was_left_out_and_why_no_model_wrote_the_answer()
    {
        var console = new TestConsole(width: 200);
        var answer = Answered("Tides have harmonics [2].", Two) with
        {
            Complete = false,
            Reason = "model-cut-off",
            Sentences = [Sentence("Lattices reach the moon.", SentenceVerdict.Unsupported) with { Dropped = true }],
            Fallback = new AnswerFallback("model-cut-off", "The model broke off."),
        };

        await new AnswerRenderer(console, quiet: false).RenderAsync(Events(new AnswerCompleted(answer)), CancellationToken.None);

        Assert.Contains("In the papers' own sentences: The model broke off. The model's answer was cut off (model-cut-off). Sentences left out because no source supports them: 1.", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_in_the_middle_keeps_what_there_was_and_is_thrown()
    {
        var console = new TestConsole();
        var events = Events(new AnswerTextAdded("Half an"), new AnswerFailed("model", "The model did not answer.", IsTransient: true, Answered("Half an", One)));

        var failure = await Assert.ThrowsAsync<PaperChatException>(() =>
            new AnswerRenderer(console, quiet: false).RenderAsync(events, CancellationToken.None));

        Assert.True(failure.IsTransient);
        Assert.StartsWith("Half an\n\nSources\n[1] LatticeNet", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_of_texts_is_text_and_control_characters_are_gone()
    {
        var console = new TestConsole(ansi: true);
        var citation = new Citation(1, TestPapers.Hostile, []);

        await new AnswerRenderer(console, quiet: false).RenderAsync(
            Events(Settled("[red]x[/] \u001b[2J\u0007y\u009b5m [1]."), new AnswerCompleted(Answered("", citation))), CancellationToken.None);

        Assert.Contains("[red]x[/]", console.Output, StringComparison.Ordinal);
        Assert.Contains("[red]Coral[/]", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]0", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', console.Output);
        Assert.DoesNotContain('\u009b', console.Output);
    }

    [Fact]
    public void Quoted_words_are_highlighted_at_their_stored_place()
    {
        var plain = new TestConsole(width: 200);
        var quote = Quote.Of(TestPapers.Lattice, PaperField.Abstract, 0, "Forecasts need long horizons.".Length);

        new AbstractView(plain).Write(TestPapers.Lattice, [quote]);

        Assert.Contains(">>Forecasts need long horizons.<< LatticeNet reaches", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_characters_count_as_two_columns_and_long_addresses_stay_in_one_piece()
    {
        var console = new TestConsole(width: 40);
        var address = "https://example.org/" + new string('a', 60);

        new FlowWriter(console).Write("論文の要約を読む 論文の要約を読む 論文の要約を読む " + address).EndLine();

        var lines = console.Output.Split('\n');
        Assert.Equal("論文の要約を読む 論文の要約を読む", lines[0]);
        Assert.Contains(lines, l => l.EndsWith(address, StringComparison.Ordinal));
    }

    private static SentenceVerified Settled(string text) => new(Sentence(text, SentenceVerdict.Supported), text);

    private static AnswerSentence Sentence(string text, SentenceVerdict verdict) => new(text, [1], verdict, 1);

    private static Answer Answered(string text, params Citation[] citations) => new()
    {
        Question = "?",
        Answered = true,
        Mode = AnswerMode.Extractive,
        Text = text,
        Confidence = 0.8,
        Citations = citations,
        Timings = new AnswerTimings(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
    };

    private static async IAsyncEnumerable<AnswerEvent> Events(params AnswerEvent[] events)
    {
        foreach (var happened in events)
        {
            await Task.CompletedTask;
            yield return happened;
        }
    }
}
