using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("Attention heads", "attent head")]
    [InlineData("GPT-4 and T5", "gpt4 gpt 4 t5")]
    [InlineData("1,000 parameters, 97.4%", "1000 paramet 97.4")]
    [InlineData("end-to-end", "end end")]
    [InlineData("Schrödinger’s naïve", "schroding naiv")]
    [InlineData("λ-calculus", "λcalculus λ calculu")]
    public void Terms_of_a_text_are_what_a_reader_would_search_for(string text, string terms) =>
        Assert.Equal(terms.Split(' ').Order(), TextAnalyzer.Analyze(text).Select(t => t.Term).Order());
}
