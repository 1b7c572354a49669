using PaperChat.Answering;

namespace PaperChat.Core.Tests.Answering;

public sealed class DraftSentencesTests
{
    private static List<DraftPiece> Read(string text, int piece, bool isWhole = true)
    {
        var reader = new DraftSentences();
        List<DraftPiece> pieces = [.. text.Chunk(piece).SelectMany(p => reader.Add(new string(p)))];
        return [.. pieces, .. reader.End(isWhole)];
    }

    private static string[] Sentences(string text, int piece = 3) =>
        [.. Read(text, piece).OfType<DraftPiece.Sentence>().Select(s => $"{s.Before}|{s.Value}|{string.Join(',', s.Keys)}")];

    [Theory]
    [InlineData("Maps are flat [1]. Roads have bends [2].", "|Maps are flat.|1", " |Roads have bends.|2")]
    [InlineData("Maps are flat. [1] Roads have bends. [2][3]", "|Maps are flat.|1", " |Roads have bends.|2,3")]
    [InlineData("Maps are flat.[1] Roads have bends.[2, 3]", "|Maps are flat.|1", " |Roads have bends.|2,3")]
    [InlineData("- Maps are flat [1].\n- Roads have bends [2].", "- |Maps are flat.|1", "\n- |Roads have bends.|2")]
    [InlineData("1. Maps are flat [1].\n2. Roads have bends [2].", "- |Maps are flat.|1", "\n- |Roads have bends.|2")]
    [InlineData("**Maps** are `flat` [1].\n\nRoads have bends [12]", "|Maps are flat.|1", "\n|Roads have bends|12")]
    [InlineData("It gets 4.2 % vs. SegNet 6.8 % [1]. See Fig. 3 of Moss et al. for more [1].", "|It gets 4.2 % vs. SegNet 6.8 %.|1", " |See Fig. 3 of Moss et al. for more.|1")]
    [InlineData("Maps are flat 【1】. Roads have bends [^2].", "|Maps are flat.|1", " |Roads have bends.|2")]
    [InlineData("Nothing is cited here. Roads have bends [2].", "|Nothing is cited here.|", " |Roads have bends.|2")]
    public void Sentences_are_found_with_their_keys_whatever_the_pieces(string text, params string[] sentences)
    {
        for (var piece = 1; piece <= text.Length; piece++)
        {
            Assert.Equal(sentences, Sentences(text, piece));
        }
    }

    [Fact]
    public void Text_is_passed_on_as_it_comes_but_for_half_a_key()
    {
        var reader = new DraftSentences();

        string Shown(string text) => string.Concat(reader.Add(text).OfType<DraftPiece.Text>().Select(t => t.Value));

        Assert.Equal("Maps are", Shown("Maps are"));
        Assert.Equal(" flat ", Shown(" flat ["));
        Assert.Equal("", Shown("1"));
        Assert.Equal("[1].", Shown("]."));
    }

    [Fact]
    public void A_sentence_is_finished_when_the_next_one_has_begun()
    {
        var reader = new DraftSentences();

        Assert.Empty(reader.Add("Maps are flat [1]. ").OfType<DraftPiece.Sentence>());
        Assert.Empty(reader.Add("Then roads").OfType<DraftPiece.Sentence>());
        var finished = Assert.Single(reader.Add(" have something else").OfType<DraftPiece.Sentence>());
        Assert.Equal(("Maps are flat.", " Then roads have something else"), (finished.Value, finished.After));
    }

    [Fact]
    public void Of_a_text_that_breaks_off_whole_sentences_count()
    {
        Assert.Equal(["Maps are flat."], Read("Maps are flat [1]. Roads have", 3, isWhole: false).OfType<DraftPiece.Sentence>().Select(s => s.Value));
        Assert.Equal(["Maps are flat.", "Roads have bends."], Read("Maps are flat [1]. Roads have bends [2].", 3, isWhole: false).OfType<DraftPiece.Sentence>().Select(s => s.Value));
    }

    [Theory]
    [InlineData("NOT_ANSWERED")]
    [InlineData("  NOT_ANSWERED.\nThe evidence is about maps.")]
    [InlineData("<think>Hm.</think>\nNOT_ANSWERED")]
    public void The_word_for_no_answer_is_never_shown(string text)
    {
        var pieces = Read(text, 4);

        Assert.IsType<DraftPiece.NoAnswer>(Assert.Single(pieces));
    }

    [Fact]
    public void Control_characters_are_gone_before_anything_is_shown() =>
        Assert.Equal("A[2J map is flat.", string.Concat(Read("A\u001b[2J map is\u0007\u202e flat.", 100).OfType<DraftPiece.Text>().Select(t => t.Value)));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("[1] [2]")]
    [InlineData("- \n- \n")]
    public void Text_without_words_has_no_sentences(string text) => Assert.Empty(Sentences(text));
}
