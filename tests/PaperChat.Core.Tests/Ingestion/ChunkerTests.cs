using PaperChat.Ingestion;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Ingestion;

public sealed class ChunkerTests
{
    [Fact]
    public void An_abstract_is_one_chunk_without_the_white_space_around_it() =>
        Assert.Equal([new Chunk(0, PaperField.Abstract, 2, 8)], Chunker.Chunk(Paper("  One. It.\n")));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_title_alone_has_one_empty_chunk(string text) =>
        Assert.Equal([new Chunk(0, PaperField.Abstract, 0, 0)], Chunker.Chunk(Paper(text)));

    [Fact]
    public void A_long_text_is_cut_after_sentences_and_loses_nothing()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"This is sentence {i} of a text. "));

        var chunks = Chunker.Chunk(Paper(text));

        Assert.True(chunks.Count > 2);
        Assert.All(chunks, c => Assert.InRange(c.Length, 1, Chunker.MaxLength));
        Assert.All(chunks, c => Assert.EndsWith("text.", text.Substring(c.Start, c.Length), StringComparison.Ordinal));
        Assert.Equal(text.Trim(), string.Join(' ', chunks.Select(c => text.Substring(c.Start, c.Length))));
        Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(c => c.Ordinal));
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_between_words_and_never_within_a_character()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 3_000));
        var faces = "x" + string.Concat(Enumerable.Repeat("😀", 5_000));

        Assert.All(Chunker.Chunk(Paper(words)), c => Assert.StartsWith("word", words.Substring(c.Start, c.Length), StringComparison.Ordinal));
        Assert.All(Chunker.Chunk(Paper(faces)), c => Assert.False(char.IsLowSurrogate(faces[c.Start])));
        Assert.Equal(faces.Length, Chunker.Chunk(Paper(faces)).Sum(c => c.Length));
    }

    [Fact]
    public void A_body_follows_the_abstract()
    {
        var chunks = Chunker.Chunk(Paper("An abstract.") with { Body = "A body." });

        Assert.Equal([new Chunk(0, PaperField.Abstract, 0, 12), new Chunk(1, PaperField.Body, 0, 7)], chunks);
    }

    private static Paper Paper(string text) => new() { Id = new PaperId("p"), Title = "T", Abstract = text };
}
