using PaperChat.Embedded.Catalogue;
using PaperChat.Papers;

namespace PaperChat.Embedded.Tests.Catalogue;

public sealed class PaperDetailsTests
{
    private static readonly Paper Bare = new() { Id = new PaperId("a"), Title = "Walrus" };

    [Fact]
    public void What_is_written_is_read()
    {
        var paper = Bare with
        {
            Authors = ["Ö. \"Quote\" Ångström", "李 明", ""],
            Venue = "V\\1",
            Url = "https://example.org/?a=1&b=<2>",
            Doi = "10.1/x",
            Arxiv = "2401.00001",
            Categories = ["cs.CL"],
            Links = ["https://example.org/\u0001"],
            Upvotes = 41,
            Version = 3,
            Updated = new DateOnly(2025, 7, 28),
            Status = PaperStatus.Retracted,
        };

        var read = PaperDetails.AddTo(Bare, PaperDetails.Write(paper));

        Assert.Equal(paper.Authors, read.Authors);
        Assert.Equal(paper.Categories, read.Categories);
        Assert.Equal(paper.Links, read.Links);
        Assert.Equal((paper.Upvotes, paper.Version, paper.Updated, paper.Status), (read.Upvotes, read.Version, read.Updated, read.Status));
        Assert.Equal((paper.Venue, paper.Url, paper.Doi, paper.Arxiv), (read.Venue, read.Url, read.Doi, read.Arxiv));
    }

    [Fact]
    public void A_paper_without_details_takes_next_to_no_room_and_stays_without() =>
        Assert.Equal(("{}", Bare), (PaperDetails.Write(Bare), PaperDetails.AddTo(Bare, "{}")));

    [Fact]
    public void Fields_of_a_later_version_are_passed_over() =>
        Assert.Equal("V", PaperDetails.AddTo(Bare, """{"new":{"a":[1,{}]},"venue":"V","more":[1]}""").Venue);

    [Theory]
    [InlineData("")]
    [InlineData("{\"venue\":")]
    [InlineData("{\"venue\":3}")]
    public void Details_that_cannot_be_read_name_the_paper(string details) =>
        Assert.Contains(" a ", Assert.Throws<InvalidDataException>(() => PaperDetails.AddTo(Bare, details)).Message, StringComparison.Ordinal);
}
