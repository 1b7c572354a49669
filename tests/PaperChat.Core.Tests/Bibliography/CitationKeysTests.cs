using PaperChat.Bibliography;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Bibliography;

public sealed class CitationKeysTests
{
    [Theory]
    [InlineData("Ada Moss", 2017, "On the Attention of Corals", "moss2017attention")]
    [InlineData("Łucja Ørsted-Müller", 2020, "Reefs", "orstedmuller2020reefs")]
    [InlineData("Ludwig van der Berg", 1999, "A Tide", "vanderberg1999tide")]
    [InlineData("李明", 2024, "3D Reefs", "20243dreefs")]
    [InlineData(null, 2024, "The Reefs of Java", "2024reefsjava")]
    [InlineData(null, null, "The Reefs of Java", "reefsjava")]
    [InlineData("Ada Moss", 2020, "$\\alpha$-Reefs", "moss2020reefs")]
    public void A_key_is_author_year_and_first_telling_word(string? author, int? year, string title, string key) =>
        Assert.Equal(key, Assert.Single(CitationKeys.Of([Paper("a", author, year, title)])).Value);

    [Fact]
    public void Papers_with_one_key_are_told_apart_by_more_words_and_then_by_their_ids_whatever_their_order()
    {
        Paper[] papers =
        [
            Paper("a", "Ada Moss", 2020, "Reefs of the North Sea"), Paper("b", "Ada Moss", 2020, "Reefs and Divers"),
            Paper("c", "Ada Moss", 2020, "Reefs and Divers"), Paper("d", "Bo Reed", 2020, "Reefs"),
        ];

        var keys = CitationKeys.Of(papers);
        var reversed = CitationKeys.Of([.. papers.Reverse()]);

        Assert.Equal("moss2020reefsnorthsea", keys[papers[0].Id]);
        Assert.Equal("reed2020reefs", keys[papers[3].Id]);
        Assert.StartsWith("moss2020reefsdivers", keys[papers[1].Id]);
        Assert.Equal(4, keys.Values.Distinct().Count());
        Assert.All(papers, p => Assert.Equal(keys[p.Id], reversed[p.Id]));
    }

    [Fact]
    public void A_title_without_a_Latin_letter_still_has_a_key()
    {
        var key = Assert.Single(CitationKeys.Of([Paper("a", "李明", null, "珊瑚礁")])).Value;

        Assert.Matches("^paper[0-9a-f]{6}$", key);
    }

    private static Paper Paper(string id, string? author, int? year, string title) =>
        new() { Id = new PaperId(id), Title = title, Authors = author is null ? [] : [author], Year = year };
}
