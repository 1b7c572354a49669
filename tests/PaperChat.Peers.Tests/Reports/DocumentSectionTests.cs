using PaperChat.Peers.Reports;

namespace PaperChat.Peers.Tests.Reports;

public sealed class DocumentSectionTests
{
    [Fact]
    public void What_stands_between_the_comments_is_replaced_and_nothing_else()
    {
        var document = $"# Title\n\n{DocumentSection.Begin}\nold\n{DocumentSection.End}\n\nEnd.\n";

        var renewed = DocumentSection.Replace(document, "\nnew\n\n");

        Assert.Equal($"# Title\n\n{DocumentSection.Begin}\nnew\n{DocumentSection.End}\n\nEnd.\n", renewed);
        Assert.Equal(renewed, DocumentSection.Replace(renewed, "new"));
    }

    [Fact]
    public void A_document_without_the_comments_is_refused()
    {
        Assert.Throws<PaperChatException>(() => DocumentSection.Replace("# Title\n", "new"));
    }
}
