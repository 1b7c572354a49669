using PaperChat.Evidence;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Evidence;

public sealed class AcronymsTests
{
    [Theory]
    [InlineData("We add pair-wise cross-attention (PWCA) to it.", "pwca", "pair wise cross attent")]
    [InlineData("a recurrent neural network (RNN) reads it", "rnn", "recurr neural network")]
    [InlineData("large language models (LLMs) are", "llm", "larg languag model")]
    [InlineData("the Area under the Curve (AUC) of", "auc", "area curv")]
    public void A_short_form_stands_for_the_words_before_it(string text, string acronym, string terms) =>
        Assert.Equal(terms.Split(' '), Acronyms.In(text)[acronym]);

    [Theory]
    [InlineData("on a public benchmark (BSDS500) we")]
    [InlineData("as Foo and Bar (2020) show")]
    [InlineData("the result (see Table 2)")]
    public void Other_brackets_define_nothing(string text) => Assert.Empty(Acronyms.In(text));

    [Fact]
    public void A_sentence_with_the_short_form_is_found_by_the_long_one()
    {
        var paper = AnalyzedPaper.Of(new Paper
        {
            Id = new PaperId("a"),
            Title = "A study",
            Abstract = "We add gated mixture routing (GMR). GMR halves the cost.",
        });

        Assert.Contains(paper.Sentences[1].Tokens, t => t.Term == "mixtur");
    }

    [Theory]
    [InlineData("ConvLSTM", "conv lstm")]
    [InlineData("SlowFast", "slow fast")]
    [InlineData("BERT", "")]
    [InlineData("network", "")]
    public void A_joined_name_holds_its_words(string word, string parts) =>
        Assert.Equal(parts.Split(' ', StringSplitOptions.RemoveEmptyEntries), NameParts.Of(word));
}
