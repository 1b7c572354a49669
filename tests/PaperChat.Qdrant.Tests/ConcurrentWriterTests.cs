using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Tests;

/// <summary>
/// Hosts that bring different records of one paper at the same moment: none of what they say is lost, whoever writes first. Each writer
/// has read before the other writes, so that neither knows of the other.
/// </summary>
public sealed class ConcurrentWriterTests : IAsyncDisposable
{
    private const string Title = "title:0000000000000001";

    private readonly TestCollection _collection = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _collection.DisposeAsync();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Two_records_of_one_paper_become_one_paper_that_holds_both(bool isThere, bool isLong)
    {
        await _collection.ServerAsync();
        if (isThere)
        {
            await WriteAsync(Record(Title, isLong: !isLong));
        }

        await WriteAtOnceAsync([Record(Title, isLong) with { Year = 2021 }], [Record(Title, isLong: false) with { Venue = "Halls" }]);

        var paper = Assert.Single(await ListAsync());
        Assert.Equal((2021, "Halls"), (paper.Year, paper.Venue));
    }

    [Theory]
    [InlineData("doi:10.1/1", "arxiv:2101.00001")]
    [InlineData("arxiv:2101.00001", "doi:10.1/1")]
    [InlineData("doi:10.1/1", "own:1")]
    public async Task Two_records_under_ids_of_their_own_become_one_paper_under_the_better_id(string first, string second)
    {
        await _collection.ServerAsync();

        await WriteAtOnceAsync(
            [(Record(first, isLong: true) with { Year = 2021 }, ["arxiv:2101.00001", "doi:10.1/1"])], [(Record(second, isLong: false) with { Venue = "Halls" }, ["doi:10.1/1", "arxiv:2101.00001"])]);

        var paper = Assert.Single(await ListAsync());
        Assert.Equal((2021, "Halls"), (paper.Year, paper.Venue));
        Assert.Equal(first == "doi:10.1/1" && second == "own:1" ? "doi:10.1/1" : "arxiv:2101.00001", paper.Id.Value);
        await using var library = await OpenAsync();
        Assert.Equal([paper.Id, paper.Id], (await library.GetAsync([new PaperId(first), new PaperId(second)], Token)).Select(p => p.Id));
    }

    [Theory]
    [InlineData("arxiv:2401.00001", "byron24")]
    [InlineData("byron24", "arxiv:2401.00001")]
    [InlineData("s2:7", "openalex:W7")]
    public async Task Two_records_that_share_no_id_are_found_by_their_keys(string first, string second)
    {
        await _collection.ServerAsync();

        await WriteAtOnceAsync([Matched(first) with { Provenance = new Provenance("arxiv-oai", "a", 1) }], [Matched(second) with { Provenance = new Provenance("bibtex", "b", 2) }]);

        var paper = Assert.Single(await ListAsync());
        await using var library = await OpenAsync();
        Assert.Equal(["arxiv", "bibtex"], (await library.GetRecordsAsync(paper.Id, Token)).Select(r => r.Source).Order());
        Assert.Equal([paper.Id, paper.Id], (await library.GetAsync([new PaperId(first), new PaperId(second)], Token)).Select(p => p.Id));
    }

    [Theory]
    [InlineData("Counting Harbour Seals from the Air, Part II", "title:0000000000000002")]
    [InlineData("Counting Harbour Seals from the Air", Title)]
    public async Task Two_papers_that_are_not_one_stay_two_though_a_title_or_a_key_leads_from_one_to_the_other(string title, string key)
    {
        await _collection.ServerAsync();
        var one = Matched("arxiv:2401.00001");
        var other = Matched("arxiv:2401.00002", title);

        await WriteAtOnceAsync([one with { Aliases = [one.Paper.Id, new PaperId(Title)] }], [other with { Aliases = [other.Paper.Id, new PaperId(key)] }]);

        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_paper_that_moves_to_a_better_id_takes_along_what_came_under_the_former_one(bool moverIsFirst, bool isLong)
    {
        await _collection.ServerAsync();
        await WriteAsync(Record(Title, isLong));
        (Paper, string[])[] mover = [(Record("doi:10.1/1", isLong: false) with { Year = 2021 }, [Title])];
        (Paper, string[])[] other = [(Record(Title, isLong) with { Venue = "Halls" }, [])];

        await WriteAtOnceAsync(moverIsFirst ? mover : other, moverIsFirst ? other : mover);

        var paper = Assert.Single(await ListAsync());
        Assert.Equal(("doi:10.1/1", 2021, "Halls"), (paper.Id.Value, paper.Year, paper.Venue));
    }

    [Fact]
    public async Task Many_hosts_with_records_of_the_same_papers_lose_none_of_them()
    {
        await _collection.ServerAsync();
        const int papers = 30;
        string[] ids = [.. Enumerable.Range(0, papers).Select(i => $"title:{i:x16}")];
        Func<Paper, Paper>[] hosts = [p => p with { Year = 2021 }, p => p with { Venue = "Halls" }, p => p with { Url = "https://x.test" }, p => p with { Doi = "10.1/1" }];

        await Task.WhenAll(hosts.Select((of, host) => Task.Run(
            async () =>
            {
                await using var writer = await OpenWriterAsync();
                foreach (var some in ids.Chunk(5))
                {
                    await writer.UpsertAsync([.. some.Select((id, i) => TestPapers.Entry(of(Record(id, isLong: i % 3 == host % 3)), id))], Token);
                    await writer.CommitAsync(Token);
                }
            },
            Token)));

        var all = await ListAsync();
        Assert.Equal(papers, all.Count);
        Assert.All(all, p => Assert.Equal((2021, "Halls", "https://x.test", "10.1/1"), (p.Year, p.Venue, p.Url, p.Doi)));
    }

    [Fact]
    public async Task A_server_before_1_16_is_sent_no_condition_and_asked_right_before_a_write_what_others_wrote()
    {
        var server = await _collection.ServerAsync();
        server.Version = "1.15.5";
        await WriteAsync(Record(Title, isLong: true));

        await WriteAtOnceAsync([Record(Title, isLong: false) with { Year = 2021 }], [Record(Title, isLong: false) with { Venue = "Halls" }]);

        var paper = Assert.Single(await ListAsync());
        Assert.Equal((2021, "Halls"), (paper.Year, paper.Venue));
        Assert.DoesNotContain(server.Calls, c => c.Body?.TryGetProperty("update_filter", out _) == true);
    }

    [Fact]
    public async Task The_mean_length_is_that_of_the_first_of_two_hosts_that_begin_a_collection()
    {
        var server = await _collection.ServerAsync();
        var options = await _collection.OptionsAsync() with { AverageLength = null };
        var settled = "";
        string Manifest() => Assert.Single(server.Snapshot(options.Collection, p => p.Values(PointKeys.Type)[0] is PointKeys.ManifestType)).Value;
        await using (var first = await QdrantLibraryWriter.OpenAsync(options, TimeProvider.System, null, isTrial: false, Token))
        await using (var second = await QdrantLibraryWriter.OpenAsync(options, TimeProvider.System, null, isTrial: false, Token))
        {
            await first.UpsertAsync([TestPapers.Entry(TestPapers.Paper("a", "Walrus", "Short."))], Token);
            await first.CommitAsync(Token);
            settled = Manifest();
            await second.UpsertAsync([TestPapers.Entry(TestPapers.Paper("b", "Walrus", string.Join(' ', Enumerable.Repeat("long", 400))))], Token);
            await second.CommitAsync(Token);
        }

        Assert.Contains("average_length", settled, StringComparison.Ordinal);
        Assert.Equal(settled, Manifest());
    }

    private static PaperEntry Matched(string id, string title = "Counting Harbour Seals from the Air")
    {
        var paper = TestPapers.Paper(id, title, "Seals are counted on photographs that are taken from a small aeroplane at low tide.") with
        {
            Authors = ["Ada Byron", "Mary Somerville"],
            Arxiv = id.StartsWith("arxiv:", StringComparison.Ordinal) ? id["arxiv:".Length..] : null,
        };
        return TestPapers.Entry(paper, id) with { Keys = WorkKeys.Of(paper) };
    }

    private static Paper Record(string id, bool isLong) => TestPapers.Paper(id, "A walrus paper", "What it says.") with
    {
        Body = isLong ? string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i}")) : null,
        Kind = isLong ? PaperKind.Document : PaperKind.Abstract,
    };

    private Task WriteAtOnceAsync(Paper[] first, Paper[] second) => WriteAtOnceAsync(
        [.. first.Select(p => (p, Array.Empty<string>()))], [.. second.Select(p => (p, Array.Empty<string>()))]);

    private Task WriteAtOnceAsync((Paper Paper, string[] Aliases)[] first, (Paper Paper, string[] Aliases)[] second) =>
        WriteAtOnceAsync([.. first.Select(Entry)], [.. second.Select(Entry)]);

    private async Task WriteAtOnceAsync(PaperEntry[] first, PaperEntry[] second)
    {
        await using var one = await OpenWriterAsync();
        await using var other = await OpenWriterAsync();
        await one.UpsertAsync(first, Token);
        await other.UpsertAsync(second, Token);
        await one.CommitAsync(Token);
        await other.CommitAsync(Token);

        Assert.Empty(await QdrantLibraryMaintenance.VerifyAsync(await _collection.OptionsAsync(), TimeProvider.System, Token));
        await using var again = await OpenWriterAsync();
        Assert.All(await again.UpsertAsync(second, Token), r => Assert.Equal(UpsertOutcome.Unchanged, r.Outcome));
    }

    private static PaperEntry Entry((Paper Paper, string[] Aliases) record) => TestPapers.Entry(record.Paper, [record.Paper.Id.Value, .. record.Aliases]);

    private async Task WriteAsync(Paper paper)
    {
        await using var writer = await OpenWriterAsync();
        await writer.UpsertAsync([Entry((paper, []))], Token);
        await writer.CommitAsync(Token);
    }

    private async Task<IReadOnlyList<Paper>> ListAsync()
    {
        Assert.Empty(await QdrantLibraryMaintenance.VerifyAsync(await _collection.OptionsAsync(), TimeProvider.System, Token));
        await using var library = await OpenAsync();
        return await library.ListAsync(SearchFilters.None, Token).ToArrayAsync(Token);
    }

    private async Task<QdrantLibrary> OpenAsync() => await QdrantLibrary.OpenAsync(await _collection.OptionsAsync(), TimeProvider.System, null, Token);

    private async Task<QdrantLibraryWriter> OpenWriterAsync() =>
        await QdrantLibraryWriter.OpenAsync(await _collection.OptionsAsync(), TimeProvider.System, null, isTrial: false, Token);
}
