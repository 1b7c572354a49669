using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("It gains 62.3\\% on it [1].", "62.3%", true)]
    [InlineData("It gains 62.3% on it [1].", "62.3\\%", true)]
    [InlineData("A LINEAR  map\nof   heads.", "linear map of heads", true)]
    [InlineData("two [1] words", "two words", true)]
    [InlineData("It is deep [1] [12].", "deep.", true)]
    [InlineData("It needs 95% of them.", " 5%", false)]
    [InlineData("It needs 5% of them.", " 5%", true)]
    [InlineData("See [1].", "1", false)]
    [InlineData("the range [0, 1] is open", "[0, 1]", true)]
    [InlineData("nothing of it", "everything", false)]
    public void A_fact_is_found_in_the_folded_answer_without_citations(string answer, string fact, bool found) =>
        Assert.Equal(found, AnswerText.MissingFacts(answer, [[fact]]).Count == 0);

    [Fact]
    public void One_alternative_of_every_group_is_needed()
    {
        IReadOnlyList<string>[] groups = [["1,000", "1000"], ["linear", "lineal"]];

        Assert.Empty(AnswerText.MissingFacts("1000 linear maps", groups));
        Assert.Equal([groups[1]], AnswerText.MissingFacts("1,000 maps", groups));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Three short words [1] [2].", 3)]
    [InlineData("Two\u00a0words [3].\n\nAnd more [4].", 4)]
    public void Words_are_counted_without_citations(string answer, int words) => Assert.Equal(words, AnswerText.CountWords(answer));
}
