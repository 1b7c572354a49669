using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class CorpusEntriesTests
{
    [Theory]
    [InlineData("Some text.")]
    [InlineData("")]
    public void A_document_becomes_a_paper_under_its_own_id_that_is_merged_with_nothing(string text)
    {
        var entry = CorpusEntries.Of(new BeirDocument("10.1/ABC", "A title", text, 5), "corpus.jsonl");

        Assert.Equal("10.1/ABC", entry.Paper.Id.Value);
        Assert.Equal(("A title", text), (entry.Paper.Title, entry.Paper.Abstract));
        Assert.Null(entry.Aliases);
        Assert.Equal(text.Length, Assert.Single(entry.Chunks).Length);
        Assert.Equal(5, entry.Provenance.Line);
    }
}
