using PaperChat.Ingestion;
using PaperChat.Papers;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class XmlTests
{
    [Fact]
    public async Task An_entry_of_arXivs_feed_is_a_paper()
    {
        var items = await ReadTextAsync(Samples.AtomFeed(Samples.AtomEntry));

        var paper = items.OnlyPaper();
        Assert.Equal(("On the Motion of Small Dunes", "Dunes move & sing. We measure how fast $v < 1$ they are."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Moss", "Bo Reed"], paper.Authors);
        Assert.Equal(("2101.00001", 2, 2021, new DateOnly(2021, 1, 11)), (paper.Arxiv, paper.Version, paper.Year, paper.Updated));
        Assert.Equal(("J. Dunes 12 (2021) 1-9", "10.1000/dunes.1", PaperStatus.Withdrawn), (paper.Venue, paper.Doi, paper.Status));
        Assert.Equal(["cs.LG", "physics.geo-ph"], paper.Categories);
        Assert.Equal(6, items[0].Line);
    }

    [Fact]
    public async Task A_feed_that_says_an_error_is_a_rejection_in_its_words()
    {
        var items = await ReadTextAsync(Samples.AtomFeed("<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title><summary>incorrect id format for 1</summary></entry>"));

        Assert.Contains("incorrect id format for 1", Assert.Single(items.Rejections()).Reason);
        Assert.Empty(items.Papers());
    }

    [Fact]
    public async Task A_feed_without_entries_holds_no_papers() =>
        Assert.Contains("holds no papers", Assert.Single((await ReadTextAsync(Samples.AtomFeed())).Rejections()).Reason);

    [Theory]
    [InlineData("<a:entry><a:title>A &amp; B</a:title><a:content type=\"xhtml\"><div><p>We <b>count</b>.</p></div></a:content></a:entry>")]
    [InlineData("<entry><title type=\"html\">A &amp;amp; B</title><summary type='html'><![CDATA[<p>We <b>count</b>.</p>]]></summary></entry>")]
    [InlineData("<entry><title>A & B</title><summary>We&nbsp;count.</summary></entry>")]
    public async Task Other_feeds_are_read_as_they_write_their_texts(string entry)
    {
        var paper = (await ReadTextAsync(Samples.AtomFeed(entry))).OnlyPaper();

        Assert.Equal(("A & B", "We count."), (paper.Title, paper.Abstract.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task A_record_in_the_format_arXiv_is_a_paper()
    {
        var paper = (await ReadTextAsync(Samples.Oai(Samples.OaiArxivRecord))).OnlyPaper();

        Assert.Equal(("On the Motion of Small Dunes", "Dunes move. We measure."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Moss", "Bo Reed Jr.", "Tidewatch Collaboration"], paper.Authors);
        Assert.Equal(("2101.00001", 2021, new DateOnly(2021, 1, 11)), (paper.Arxiv, paper.Year, paper.Updated));
        Assert.Null(paper.Version);
        Assert.Equal(["cs.LG", "physics.geo-ph"], paper.Categories);
    }

    [Fact]
    public async Task A_record_in_the_format_arXivRaw_tells_its_versions()
    {
        var paper = (await ReadTextAsync(Samples.Oai(Samples.OaiRawRecord))).OnlyPaper();

        Assert.Equal(["Ada Moss", "Bo Reed Jr.", "C. van der Berg"], paper.Authors);
        Assert.Equal(("hep-th/9901001", 2, 1999, new DateOnly(1999, 2, 2)), (paper.Arxiv, paper.Version, paper.Year, paper.Updated));
    }

    [Fact]
    public async Task A_record_in_Dublin_Core_keeps_its_comment_apart()
    {
        var paper = (await ReadTextAsync(Samples.Oai(Samples.OaiDublinCoreRecord))).OnlyPaper();

        Assert.Equal(("Tides and their Makers", "Tides are made.", PaperStatus.Withdrawn), (paper.Title, paper.Abstract, paper.Status));
        Assert.Equal(["Ada Moss", "Ludwig van der Berg"], paper.Authors);
        Assert.Equal(("0704.0001", "doi:10.1000/tides", 2007, new DateOnly(2007, 7, 24)), (paper.Arxiv, paper.Doi, paper.Year, paper.Updated));
    }

    [Fact]
    public async Task One_answer_may_hold_any_format_and_GetRecord_one_record()
    {
        Assert.Equal(3, (await ReadTextAsync(Samples.Oai(Samples.OaiArxivRecord, Samples.OaiRawRecord, Samples.OaiDublinCoreRecord))).Papers().Count);
        Assert.Single((await ReadTextAsync(Samples.Oai(Samples.OaiRawRecord).Replace("ListRecords", "GetRecord", StringComparison.Ordinal))).Papers());
    }

    [Theory]
    [InlineData("<record><header status=\"deleted\"><identifier>oai:arXiv.org:1</identifier></header></record>", "has deleted this record (oai:arXiv.org:1)")]
    [InlineData("<error code=\"badResumptionToken\">The token has expired</error>", "(badResumptionToken): The token has expired")]
    [InlineData("<record><header></header><metadata><marc>a</marc></metadata></record>", "none of the formats")]
    [InlineData("<record><header></header></record>", "no metadata")]
    public async Task Deleted_records_and_errors_are_reported(string record, string reason)
    {
        var items = await ReadTextAsync(Samples.Oai(Samples.OaiRawRecord, record));

        Assert.Single(items.Papers());
        Assert.Contains(reason, Assert.Single(items.Rejections()).Reason);
    }

    [Fact]
    public async Task A_collection_of_the_ACL_Anthology_holds_papers_of_its_volumes()
    {
        var papers = (await ReadTextAsync(Samples.AclCollection)).Papers();

        Assert.Equal(("BERT counts in $O(n)$", "We count corals at https://example.org."), (papers[0].Title, papers[0].Abstract));
        Assert.Equal(["Ada Moss", "Ludwig van der Berg"], papers[0].Authors);
        Assert.Equal(("acl:2024.reef-long.1", "Proceedings of the Meeting on Reefs (Volume 1)", 2024), (papers[0].Key, papers[0].Venue, papers[0].Year));
        Assert.Equal(("10.1000/reef-long.1", "https://aclanthology.org/2024.reef-long.1/"), (papers[0].Doi, papers[0].Url));
        Assert.Equal(("acl:2024.reef-long.2", PaperStatus.Retracted), (papers[1].Key, papers[1].Status));
    }

    [Fact]
    public async Task Papers_of_old_collections_have_the_numbers_of_old()
    {
        var paper = (await ReadTextAsync("<collection id=\"P18\"><volume id=\"1\"><meta><booktitle>B</booktitle><year>2018</year></meta><paper id=\"7\"><title>A</title></paper></volume></collection>")).OnlyPaper();

        Assert.Equal("acl:P18-1007", paper.Key);
    }

    [Theory]
    [InlineData("atom", "<entry><title>never closed")]
    [InlineData("atom", "<entry><title>crossed</summary></entry>")]
    [InlineData("atom", "<entry><id>x</id></entry>")]
    [InlineData("oai", "<record><header/><metadata><arXivRaw><title>A</metadata></record>")]
    [InlineData("oai", "<record><header><identifier>a\"b</identifier></header><metadata")]
    [InlineData("acl", "<paper id=\"9\"><title>A<fixed-case>B</title></paper>")]
    public async Task A_broken_record_is_reported_with_its_line_and_costs_no_other(string kind, string broken)
    {
        var good = kind switch { "atom" => "<entry><title>A</title></entry>", "oai" => Samples.OaiRawRecord.Replace("\n", "", StringComparison.Ordinal), _ => "<paper id=\"1\"><title>A</title></paper>" };
        string[] records = [good, broken, good];
        var text = kind switch
        {
            "atom" => Samples.AtomFeed(records),
            "oai" => Samples.Oai(records),
            _ => "<collection id=\"P18\">\n<volume id=\"1\">\n" + string.Join('\n', records) + "\n</volume></collection>",
        };

        var items = await ReadTextAsync(text);

        Assert.Equal(2, items.Papers().Count);
        Assert.Equal(items.OfType<SourceItem.Read>().First().Line + 1, Assert.Single(items.Rejections()).Line);
    }

    [Theory]
    [InlineData("<!DOCTYPE feed [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    public async Task A_document_type_with_entities_is_refused(string type)
    {
        var items = await ReadTextAsync(type + "<feed><entry><title>&b;</title></entry></feed>");

        Assert.Empty(items.Papers());
        Assert.Contains("refused", Assert.Single(items.Rejections(), r => r.Line == 1).Reason);
    }

    [Fact]
    public async Task An_entity_that_nobody_declared_stays_text() =>
        Assert.Equal("&b; & c", (await ReadTextAsync(Samples.AtomFeed("<entry><title>&b; & c</title></entry>"))).OnlyPaper().Title);

    [Fact]
    public async Task Tags_in_comments_and_CDATA_are_no_records()
    {
        var items = await ReadTextAsync(Samples.AtomFeed("<!-- <entry><title>No</title></entry> -->", "<entry><title><![CDATA[A </entry> <entry> B]]></title><x a=\"entry>\"/></entry>"));

        Assert.Equal("A </entry> <entry> B", items.OnlyPaper().Title);
    }

    [Fact]
    public async Task Elements_nested_without_end_are_refused()
    {
        var items = await ReadTextAsync(Samples.AtomFeed("<entry>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + "</entry>", "<entry><title>A</title></entry>"));

        Assert.Single(items.Papers());
        Assert.Contains("deep", Assert.Single(items.Rejections()).Reason);
    }
}
