using PaperChat.Library;
using PaperChat.Questions;

namespace PaperChat.Core.Tests.Questions;

public sealed class QuestionReaderTests
{
    private static QuestionReading Read(string text, bool hasHistory = false) =>
        QuestionReader.Read(text, SearchFilters.None, hasHistory, new DateOnly(2025, 7, 28));

    [Theory]
    [InlineData("How many layers does the Foo model have?", QuestionKind.Number)]
    [InlineData("what share of the budget goes into search", QuestionKind.Number)]
    [InlineData("Why does pruning hurt recall?", QuestionKind.Reason)]
    [InlineData("How does FooNet avoid collapse?", QuestionKind.Method)]
    [InlineData("Which data set was used for the ablation?", QuestionKind.Name)]
    [InlineData("What is curriculum learning?", QuestionKind.Definition)]
    [InlineData("Is FooNet open source?", QuestionKind.YesNo)]
    [InlineData("Compare FooNet and BarNet on cost", QuestionKind.Comparison)]
    [InlineData("What does the gate do in FooNet, and what does the mask do in BarNet?", QuestionKind.Comparison)]
    [InlineData("papers on graph pruning", QuestionKind.Topic)]
    [InlineData("Which papers test on robots?", QuestionKind.Topic)]
    [InlineData("graph pruning at scale", QuestionKind.Topic)]
    [InlineData("Could you list the studies that look at sleep?", QuestionKind.Topic)]
    [InlineData("Tell me about FooNet.", QuestionKind.Overview)]
    [InlineData("Which design works best under noise?", QuestionKind.Name)]
    public void The_kind_of_question_is_told_from_its_wording(string question, QuestionKind kind) =>
        Assert.Equal(kind, Read(question).Kind);

    [Theory]
    [InlineData("How long does training take, and on what hardware?", AnswerForm.Duration | AnswerForm.Hardware)]
    [InlineData("What percentage of tokens is dropped?", AnswerForm.Share)]
    [InlineData("Had anyone done this before?", AnswerForm.Novelty)]
    [InlineData("Where can I find the code?", AnswerForm.Code)]
    public void The_form_of_the_asked_thing_is_told_too(string question, AnswerForm form) =>
        Assert.True(Read(question).Form.HasFlag(form), Read(question).Form.ToString());

    [Fact]
    public void Names_are_told_from_words()
    {
        var terms = Read("How does GPT-4 compare with the Foo Transformer on ImageNet-64 scores?").Terms;

        Assert.Equal(["foo", "gpt", "gpt4", "imagenet64", "transform"], terms.Where(t => t.IsName && t.Term != "64" && t.Term != "imagenet").Select(t => t.Term).Order(StringComparer.Ordinal));
        Assert.False(terms.Single(t => t.Term == "score").IsName);
    }

    [Fact]
    public void Words_of_asking_are_no_terms() =>
        Assert.Equal(["prune"], Read("Tell me about papers that mention pruning, please").Terms.Select(t => t.Term));

    [Fact]
    public void Common_words_count_less_than_telling_ones()
    {
        var terms = Read("What method uses hypergraphs?").Terms;

        Assert.True(terms.Single(t => t.Term == "method").Weight < terms.Single(t => t.Term == "hypergraph").Weight);
    }

    [Theory]
    [InlineData("and on LVBench?", true)]
    [InlineData("Which of them is cheaper?", true)]
    [InlineData("Does it need labels?", true)]
    [InlineData("What about memory?", true)]
    [InlineData("How many annotators labelled the images of the desert benchmark?", false)]
    [InlineData("papers on rivers", false)]
    [InlineData("How does FooNet keep detail in its decoder?", false)]
    [InlineData("How does its decoder compare with FooNet?", true)]
    [InlineData("How does FooNet compare with it?", true)]
    public void A_question_leans_on_the_turn_before_only_when_its_words_say_so(string question, bool leans)
    {
        Assert.Equal(leans, Read(question, hasHistory: true).LeansOnHistory);
        Assert.False(Read(question).LeansOnHistory);
    }

    [Fact]
    public void What_is_counted_is_known() =>
        Assert.Equal(["attent", "head"], Read("How many attention heads are pruned?").Counted.Take(2));
}
