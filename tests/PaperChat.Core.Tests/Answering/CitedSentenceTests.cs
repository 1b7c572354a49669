using PaperChat.Answering;

namespace PaperChat.Core.Tests.Answering;

public sealed class CitedSentenceTests
{
    [Theory]
    [InlineData("They meet.", "They meet [1] [2].")]
    [InlineData("Do they meet?", "Do they meet [1] [2]?")]
    [InlineData("It ends here", "It ends here [1] [2]")]
    [InlineData("It trails off...", "It trails off... [1] [2]")]
    [InlineData("He said \"no.\"", "He said \"no.\" [1] [2]")]
    public void Keys_stand_before_the_stop_of_their_sentence(string sentence, string cited) =>
        Assert.Equal(cited, CitedSentence.Join(sentence, [1, 2]));
}
