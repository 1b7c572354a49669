using PaperChat.Retrieval;

namespace PaperChat.Core.Tests.Retrieval;

public sealed class AskingPhraseTests
{
    [Theory]
    [InlineData("Which papers propose sparse routing for weather models?", "sparse routing for weather models?")]
    [InlineData("Could you please list some recent works that focus on tidal forecasting?", "tidal forecasting?")]
    [InlineData("What are the latest studies on glacier flow?", "glacier flow?")]
    [InlineData("Are there any articles about lichen growth rates?", "lichen growth rates?")]
    [InlineData("Recommend me papers on reef acoustics", "reef acoustics")]
    public void A_request_for_papers_loses_its_beginning(string text, string left) => Assert.Equal(left, AskingPhrase.Without(text));

    [Theory]
    [InlineData("How do walruses dive?")]
    [InlineData("Paper folding with robots")]
    [InlineData("Which reef holds most fish in studies of the last decade?")]
    [InlineData("work stealing schedulers")]
    public void Other_texts_stay_as_they_are(string text) => Assert.Equal(text, AskingPhrase.Without(text));

    [Theory]
    [InlineData("Which papers?")]
    [InlineData("any studies on ice")]
    public void A_request_with_hardly_anything_behind_it_stays(string text) => Assert.Equal(text, AskingPhrase.Without(text));
}
