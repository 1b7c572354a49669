using PaperChat.Answering;
using PaperChat.Digests;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Digests;

public sealed class AnswerComparisonTests
{
    private static readonly Paper Old = PaperOf("old", "CoralNet: counting corals", "CoralNet reaches 81.2% accuracy on ReefBench. It runs on a boat.");
    private static readonly Paper New = PaperOf("new", "A second look at CoralNet", "CoralNet reaches 64.9% accuracy on ReefBench. We looked at it twice.");

    [Fact]
    public void The_same_answer_is_no_change()
    {
        var answer = AnswerOf((Old, 0));

        Assert.Empty(Compare(KeptAnswer.Of(answer), answer, [Old], []));
    }

    [Fact]
    public void A_sentence_from_a_new_paper_is_added()
    {
        var change = Assert.Single(Compare(KeptAnswer.Of(AnswerOf((Old, 1))), AnswerOf((Old, 1), (New, 1)), [Old], ["new"]));

        Assert.Equal(AnswerChangeKind.Added, change.Kind);
        Assert.Equal("We looked at it twice.", change.Now!.Text);
        Assert.Equal("new", Assert.Single(change.Now.Citations).Id);
        Assert.Null(change.Before);
    }

    [Fact]
    public void A_new_paper_that_says_the_same_in_the_same_words_is_added()
    {
        var twin = PaperOf("twin", "Another one", Old.Abstract);

        var change = Assert.Single(Compare(KeptAnswer.Of(AnswerOf((Old, 1))), AnswerOf((Old, 1), (twin, 1)), [Old], ["twin"]));

        Assert.Equal("twin", Assert.Single(change.Now!.Citations).Id);
    }

    [Fact]
    public void Another_choice_among_sentences_of_papers_that_were_there_is_no_change() =>
        Assert.Empty(Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf((Old, 1)), [Old], []));

    [Fact]
    public void A_first_answer_after_a_refusal_is_added()
    {
        var changes = Compare(new KeptAnswer(false, []), AnswerOf((Old, 0)), [], []);

        Assert.Equal(AnswerChangeKind.Added, Assert.Single(changes).Kind);
    }

    [Fact]
    public void A_text_that_says_something_else_is_a_change_from_the_old_sentence_to_the_new_one()
    {
        var revised = Old with { Abstract = "CoralNet reaches 79.5% accuracy on ReefBench. It runs on a boat." };

        var change = Assert.Single(Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf((revised, 0)), [revised], []));

        Assert.Equal(AnswerChangeKind.Changed, change.Kind);
        Assert.Equal("CoralNet reaches 81.2% accuracy on ReefBench.", change.Before!.Text);
        Assert.Equal("CoralNet reaches 79.5% accuracy on ReefBench.", change.Now!.Text);
    }

    [Fact]
    public void A_text_that_still_bears_the_sentence_out_is_no_change()
    {
        var revised = Old with { Abstract = "On ReefBench, CoralNet reaches 81.2% accuracy. It runs on a boat." };

        Assert.Empty(Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf((revised, 0)), [revised], []));
    }

    [Fact]
    public void A_paper_that_left_the_library_is_a_change()
    {
        var change = Assert.Single(Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf(), [], []));

        Assert.Equal(AnswerChangeKind.Changed, change.Kind);
        Assert.Contains("no longer holds", change.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperStatus.Withdrawn, "withdrawn")]
    [InlineData(PaperStatus.Retracted, "retracted")]
    public void A_paper_that_was_taken_back_contradicts_the_answer(PaperStatus status, string word)
    {
        var change = Assert.Single(Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf((Old, 0)), [Old with { Status = status }], []));

        Assert.Equal(AnswerChangeKind.Contradicted, change.Kind);
        Assert.Contains(word, change.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_value_of_the_same_measurement_in_a_new_paper_contradicts_the_answer()
    {
        var changes = Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf((Old, 0), (New, 0)), [Old], ["new"]);

        var change = Assert.Single(changes);
        Assert.Equal(AnswerChangeKind.Contradicted, change.Kind);
        Assert.Equal("CoralNet reaches 64.9% accuracy on ReefBench.", change.Now!.Text);
        Assert.Equal("CoralNet reaches 81.2% accuracy on ReefBench.", change.Before!.Text);
    }

    [Fact]
    public void A_value_on_another_data_set_contradicts_nothing()
    {
        var other = New with { Abstract = "CoralNet reaches 64.9% accuracy on SandBench. We looked at it twice." };

        var changes = Compare(KeptAnswer.Of(AnswerOf((Old, 0))), AnswerOf((Old, 0), (other, 0)), [Old], ["new"]);

        Assert.Equal(AnswerChangeKind.Added, Assert.Single(changes).Kind);
    }

    private static IReadOnlyList<AnswerChange> Compare(KeptAnswer before, Answer now, Paper[] cited, string[] arrived) =>
        AnswerComparison.Compare(before, now, cited.ToDictionary(p => p.Id.Value), id => arrived.Contains(id.Value));

    private static Paper PaperOf(string id, string title, string text) => new() { Id = new PaperId(id), Title = title, Abstract = text };

    // An answer of sentences of abstracts, as the papers' own sentences make it.
    private static Answer AnswerOf(params (Paper Paper, int Sentence)[] sentences)
    {
        var citations = sentences.Select((s, i) => (Key: i + 1, s.Paper, Quote: QuoteOf(s.Paper, s.Sentence))).ToArray();
        return new Answer
        {
            Question = "How good is CoralNet?",
            Answered = sentences.Length > 0,
            Mode = AnswerMode.Extractive,
            Text = "",
            Confidence = 1,
            Sentences = [.. citations.Select(c => new AnswerSentence(c.Quote.Text, [c.Key], SentenceVerdict.Verbatim, 1) { Quotes = [new KeyedQuote(c.Key, c.Quote)] })],
            Citations = [.. citations.Select(c => new Citation(c.Key, c.Paper, [c.Quote]))],
            Timings = new AnswerTimings(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
        };
    }

    private static Quote QuoteOf(Paper paper, int sentence)
    {
        var text = paper.Abstract.Split(". ")[sentence].TrimEnd('.') + ".";
        return Quote.Of(paper, PaperField.Abstract, paper.Abstract.IndexOf(text, StringComparison.Ordinal), text.Length);
    }
}
