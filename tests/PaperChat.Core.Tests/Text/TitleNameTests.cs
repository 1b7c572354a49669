using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class TitleNameTests
{
    [Theory]
    [InlineData("GliderNet: Soaring Transformers for Weather Maps", "glidernet")]
    [InlineData("Ring Attention: Windows That Close", "ring attent")]
    [InlineData("Ring Attention Revisited", "ring attent revisit")]
    [InlineData("Do Badgers Dig? A Study of Burrows", "do badger dig")]
    public void The_name_is_the_title_up_to_its_colon_or_a_short_title_as_a_whole(string title, string name)
    {
        Assert.Equal("=" + name, TitleName.TermOf(title));
    }

    [Theory]
    [InlineData("A Survey of Nine Vendors of Tape Libraries")]
    [InlineData("Learning to Prune the Trees of Large Orchards: A Plan")]
    [InlineData("")]
    public void A_long_title_is_a_sentence_and_no_name(string title)
    {
        Assert.Null(TitleName.TermOf(title));
    }

    [Fact]
    public void A_question_may_hold_any_run_of_its_words_as_a_name()
    {
        var terms = TitleName.TermsIn("How does ring attention forget?");

        Assert.Contains(TitleName.TermOf("Ring Attention: Windows That Close"), terms);
    }

    [Theory]
    [InlineData("How does Combiner work?", "Combiner: Attention in Parts", true)]
    [InlineData("how does glidernet work", "GliderNet: Soaring Transformers", true)]
    [InlineData("how do they show this", "SHOW: A Benchmark", false)]
    [InlineData("what is learned and kept", "ANDES: A Tool", false)]
    public void A_single_word_is_a_name_when_it_is_written_as_one_or_is_no_common_word(string question, string title, bool isName)
    {
        Assert.Equal(isName, TitleName.TermsIn(question).Contains(TitleName.TermOf(title)!));
    }
}
