using PaperChat.Papers;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class ServiceJsonTests
{
    public static TheoryData<string, string, int> Layouts()
    {
        (string Format, string Record, string[] Envelopes)[] services =
        [
            (SourceFormats.HuggingFace, Samples.DailyItem, []),
            (SourceFormats.ArxivSnapshot, Samples.SnapshotLine, []),
            (SourceFormats.OpenAlex, Samples.Work, ["""{"meta":{"count":2,"page":1,"per_page":25,"next_cursor":"a]}","list":["results"]},"results":[*],"group_by":[{"key":"a","count":1}]}"""]),
            (SourceFormats.SemanticScholar, Samples.ScholarPaper, ["""{"total": 2, "offset": 0, "next": 2, "data": [*]}""", """{"total":2,"token":"x","data":[*]}""", """{"recommendedPapers":[*]}"""]),
            (SourceFormats.CslJson, Samples.CslItem, ["""{"items":[*]}"""]),
            (SourceFormats.Json, """{"title":"Reefs","abstract":"We count."}""", ["""{"papers": [*]}"""]),
        ];
        var data = new TheoryData<string, string, int>();
        foreach (var (format, record, envelopes) in services)
        {
            var two = record + ",\n  " + record;
            data.Add(format == SourceFormats.Json ? SourceFormats.JsonLines : format, record, 1);
            data.Add(format == SourceFormats.Json ? SourceFormats.JsonLines : format, record + "\n\n" + record + "\n", 2);
            data.Add(format, "[" + two.Replace("\n", "", StringComparison.Ordinal) + "]", 2);
            data.Add(format, "\uFEFF[\n  " + two + "\n]\n", 2);
            data.Add(format, "[" + two + "]\n[" + record + "]", 3);
            foreach (var envelope in envelopes)
            {
                data.Add(format, envelope.Replace("*", two, StringComparison.Ordinal), 2);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Records_stand_in_lines_arrays_envelopes_or_alone(string format, string text, int papers)
    {
        using var folder = new TestSupport.TemporaryFolder();

        var source = Assert.Single(await FindAsync([folder.Write("input", text)]));
        var items = await ReadAsync(source);

        Assert.Equal(format, source.Format);
        Assert.Empty(items.Rejections());
        Assert.Equal(papers, items.Count);
    }

    [Fact]
    public async Task An_item_of_a_daily_list_is_a_paper()
    {
        var paper = (await ReadTextAsync("[" + Samples.DailyItem + "]")).OnlyPaper();

        Assert.Equal(("Counting Corals by Ear: Sound of Reefs", "We count corals by $O(n)$ sounds."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Moss", "Bo Reed"], paper.Authors);
        Assert.Equal(("2507.00001", 2025, 42, new ListedDate(2025, 7, 28)), (paper.Arxiv, paper.Year, paper.Upvotes, paper.Listed));
        Assert.Equal(["https://example.org/corals", "https://github.com/example/corals"], paper.Links);
        Assert.Equal("https://huggingface.co/papers/2507.00001", paper.Url);
        Assert.Empty(paper.Categories);
    }

    [Fact]
    public async Task A_paper_of_Hugging_Face_alone_may_be_withdrawn()
    {
        var paper = (await ReadTextAsync(Samples.SinglePaper)).OnlyPaper();

        Assert.Equal(("Dunes that Walk", PaperStatus.Withdrawn, 3), (paper.Title, paper.Status, paper.Upvotes));
        Assert.Null(paper.Listed);
    }

    [Fact]
    public async Task A_line_of_the_arXiv_snapshot_is_a_paper()
    {
        var paper = (await ReadTextAsync(Samples.SnapshotLine)).OnlyPaper();

        Assert.Equal(("On the Motion of Small Dunes", "Dunes move. We measure how fast small ones are."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Moss", "Ludwig van der Berg", "Bo Reed Jr."], paper.Authors);
        Assert.Equal(("2101.00001", 2021, 2, new DateOnly(2021, 1, 11)), (paper.Arxiv, paper.Year, paper.Version, paper.Updated));
        Assert.Equal(("J. Dunes 12 (2021) 1-9", "10.1000/dunes.1", PaperStatus.Current), (paper.Venue, paper.Doi, paper.Status));
        Assert.Equal(["cs.LG", "physics.geo-ph"], paper.Categories);
    }

    [Theory]
    [InlineData("This paper has been withdrawn by the author due to an error", PaperStatus.Withdrawn)]
    [InlineData("Withdrawn: Lemma 2 is wrong", PaperStatus.Withdrawn)]
    [InlineData("paper withdrawn", PaperStatus.Withdrawn)]
    [InlineData("12 pages, a study of withdrawn patents", PaperStatus.Current)]
    [InlineData("withdrawal of water from reefs", PaperStatus.Current)]
    [InlineData("THIS PAPER HAS BEEN WITHDRAWN", PaperStatus.Withdrawn)]
    [InlineData("Withdrawn from arXiv by the authors", PaperStatus.Withdrawn)]
    [InlineData("Withdrawn from ICLR 2024", PaperStatus.Current)]
    [InlineData("The submission was withdrawn from a conference; 9 pages", PaperStatus.Current)]
    public async Task Comments_say_that_a_paper_was_withdrawn(string comment, PaperStatus status) =>
        Assert.Equal(status, (await ReadTextAsync(Samples.SnapshotLine.Replace("12 pages, 3 figures", comment, StringComparison.Ordinal))).OnlyPaper().Status);

    [Fact]
    public async Task An_abstract_of_OpenAlex_is_rebuilt_with_its_gaps_and_without_its_heading()
    {
        var paper = (await ReadTextAsync(Samples.Work)).OnlyPaper();

        Assert.Equal(("The Porites Census", "We count corals. We slowly."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Moss", "Bo Reed"], paper.Authors);
        Assert.Equal(("openalex:W2741809807", 2019, "Reef Letters"), (paper.Key, paper.Year, paper.Venue));
        Assert.Equal(("https://doi.org/10.1000/REEF.2", "http://arxiv.org/abs/1905.00001"), (paper.Doi, paper.Arxiv));
        Assert.Equal(["Coral reef"], paper.Categories);
        Assert.Equal(PaperStatus.Retracted, paper.Status);
    }

    [Theory]
    [InlineData("\"We\":[-1]")]
    [InlineData("\"We\":[2000000000]")]
    [InlineData("\"We\":[1.5]")]
    [InlineData("\"We\":[\"a\"]")]
    [MemberData(nameof(HugeAbstracts))]
    public async Task A_place_out_of_range_rejects_the_work(string index)
    {
        var text = Samples.Work.Replace("\"We\":[1,5]", index, StringComparison.Ordinal);

        Assert.Contains("abstract_inverted_index", Assert.Single((await ReadTextAsync(text)).Rejections()).Reason);
    }

    // One long token at so many places that its text would take gigabytes.
    public static TheoryData<string> HugeAbstracts() => [$"\"{new string('w', 50_000)}\":[{string.Join(',', Enumerable.Range(0, 40_000))}]"];

    [Theory]
    [InlineData("10<sup>5</sup> corals", "10^5 corals")]
    [InlineData("an area of 3 m<sup>2</sup> and CO<sub>2</sub>", "an area of 3 m^2 and CO2")]
    [InlineData("the 21<sup>st</sup> reef", "the 21st reef")]
    [InlineData("depth a < b and c > d, List<int> and <i class=\"x\">Porites</i>", "depth a < b and c > d, List<int> and Porites")]
    [InlineData("if a <b and c> d", "if a <b and c> d")]
    [InlineData("<jats:p>One &amp; two</jats:p>", "One & two")]
    public void Tags_of_services_are_taken_away_and_nothing_else(string text, string plain) =>
        Assert.Equal(plain, Records.MarkupText.Plain(text).Trim());

    [Theory]
    [InlineData("""{"references":["a","b"],"title":"Reefs","abstract":"We count."}""")]
    [InlineData("""{"references":[{"title":"Other"}],"title":"Reefs","abstract":"We count."}""")]
    [InlineData("""{"items":["a"],"title":"Reefs","abstract":"We count."}""")]
    public async Task A_paper_that_names_its_references_first_is_still_a_line(string line)
    {
        var papers = (await ReadTextAsync(line + "\n" + line.Replace("Reefs", "Dunes", StringComparison.Ordinal) + "\n")).Papers();

        Assert.Equal(["Reefs", "Dunes"], papers.Select(p => p.Title));
    }

    [Fact]
    public async Task What_the_user_says_of_fields_comes_before_the_service_that_the_file_looks_like()
    {
        Assert.True(ColumnMapping.TryParse(["title=name,abstract=teaser"], out var mapping, out _));

        var paper = (await ReadTextAsync("""{"paperId":"x","name":"Reefs","teaser":"We count."}""" + "\n", new SourceOptions { Columns = mapping })).OnlyPaper();

        Assert.Equal(("Reefs", "We count."), (paper.Title, paper.Abstract));
    }

    [Fact]
    public async Task A_paper_of_Semantic_Scholar_may_lack_its_abstract()
    {
        var paper = (await ReadTextAsync(Samples.ScholarPaper)).OnlyPaper();

        Assert.Equal(("The Porites Census", "", "Reef Letters", 2019), (paper.Title, paper.Abstract, paper.Venue, paper.Year));
        Assert.Equal(("s2:649def34f8be52c8b66281af98ae884c09aef38b", "1905.00001", "10.1000/reef.2"), (paper.Key, paper.Arxiv, paper.Doi));
        Assert.Equal(["Ada Moss", "Bo Reed"], paper.Authors);
        Assert.Equal(["Biology", "Geology"], paper.Categories);
    }

    [Fact]
    public async Task A_line_of_the_bulk_data_has_its_names_in_lower_case()
    {
        var paper = (await ReadTextAsync(Samples.ScholarBulkLine)).OnlyPaper();

        Assert.Equal(("CorpusId:456", "2005.00003", 2020, "Dunes"), (paper.Key, paper.Arxiv, paper.Year, paper.Venue));
        Assert.Null(paper.Doi);
    }

    [Fact]
    public async Task A_citation_and_a_snippet_wrap_their_paper()
    {
        var items = await ReadTextAsync($$$"""{"offset":0,"data":[{"contexts":["a"],"intents":[],"isInfluential":false,"citingPaper":{{{Samples.ScholarPaper}}}},{"score":0.5,"paper":{"corpusId":7,"title":"Dunes","authors":["Cy Dune"]},"snippet":{"text":"t"}}]}""");

        Assert.Equal(["The Porites Census", "Dunes"], items.Papers().Select(p => p.Title));
    }

    [Fact]
    public async Task A_paper_that_a_batch_did_not_find_is_reported()
    {
        var items = await ReadTextAsync("[null,\n" + Samples.ScholarPaper + "\n, null]");

        Assert.Single(items.Papers());
        Assert.Equal([1L, 3L], items.Rejections().Select(r => r.Line!.Value));
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("snapshot")]
    [InlineData("work")]
    [InlineData("scholar")]
    [InlineData("csl")]
    public async Task A_broken_record_is_reported_with_its_line_and_costs_no_other(string kind)
    {
        var record = kind switch { "daily" => Samples.DailyItem, "snapshot" => Samples.SnapshotLine, "work" => Samples.Work, "scholar" => Samples.ScholarPaper, _ => Samples.CslItem };
        foreach (var broken in (string[])[record[..(record.Length / 2)].TrimEnd(), "{\"title\":}", "{\"id\":\"a\"}", "{\"title\":\"half \\ud800\"}"])
        {
            var items = await ReadTextAsync("[\n" + record + ",\n" + broken + ",\n" + record + "\n]");

            Assert.Equal(2, items.Papers().Count);
            Assert.Equal(3, Assert.Single(items.Rejections()).Line);
        }
    }

    [Fact]
    public async Task Names_of_fields_can_be_mapped()
    {
        Assert.True(ColumnMapping.TryParse(["title=headline,abstract=Summary, short"], out var mapping, out _));
        var options = new SourceOptions { Columns = mapping };
        const string Json = """{"headline":"Reefs","title":"no","Summary, short":"We count.","year":2024}""";

        foreach (var text in (string[])[Json, "[" + Json + "]", "headline,\"title\",\"year\"\nReefs,no,2024\n"])
        {
            var paper = (await ReadTextAsync(text, options)).OnlyPaper();
            Assert.Equal(("Reefs", 2024), (paper.Title, paper.Year));
        }

        Assert.Equal("We count.", (await ReadTextAsync(Json, options)).OnlyPaper().Abstract);
    }

    [Theory]
    [InlineData("headline")]
    [InlineData("colour=red")]
    [InlineData("title=")]
    [InlineData("")]
    [InlineData("title=a,abstract=a")]
    public void A_mapping_that_means_nothing_is_refused(string text)
    {
        Assert.False(ColumnMapping.TryParse([text], out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public async Task Votes_version_and_status_are_read_and_never_cost_a_paper()
    {
        var papers = (await ReadTextAsync("""
            {"title":"A","upvotes":3,"version":"v2","updated":"2024-05-06T00:00:00Z","status":"Retracted"}
            {"title":"RETRACTED: B","upvotes":"many","version":{"a":1},"updated":7,"status":"published"}
            """)).Papers();

        Assert.Equal((3, 2, new DateOnly(2024, 5, 6), PaperStatus.Retracted), (papers[0].Upvotes, papers[0].Version, papers[0].Updated, papers[0].Status));
        Assert.Equal((null, null, null, PaperStatus.Retracted), (papers[1].Upvotes, papers[1].Version, papers[1].Updated, papers[1].Status));
    }
}
