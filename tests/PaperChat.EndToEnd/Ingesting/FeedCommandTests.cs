using System.Net;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>Papers of services, read by the commands that name them.</summary>
public sealed class FeedCommandTests : IDisposable
{
    private const string Key = "a-key-that-nobody-sees";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_daily_list_twice_changes_nothing()
    {
        await using var server = await FeedServer.StartAsync(_ => (HttpStatusCode.OK, Daily("2507.00001", "2507.00002")));

        await ExpectAsync(server, 0, "2 added", "hf-daily", "--date", "2025-07-28");
        await ExpectAsync(server, 0, "2 unchanged", "hf-daily", "--date", "2025-07-28");

        Assert.All(server.Asked, path => Assert.StartsWith("/api/daily_papers?date=2025-07-28", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_from_the_browser_is_read_beside_a_file()
    {
        await using var server = await FeedServer.StartAsync(_ => (HttpStatusCode.OK, "@article{reef2025, title={Counting otters from the air}, author={Reef, Ada}, abstract={We count otters.}, year={2025}}"));

        await ExpectAsync(server, 0, "3 added", _folder.Write("two.jsonl", WrittenPapers.Lines(1, 2)), server.Address + "/exports/otters");

        Assert.Equal(["/exports/otters"], server.Asked);
    }

    [Fact]
    public async Task Records_of_oai_go_on_where_the_last_whole_list_began()
    {
        var isBroken = true;
        await using var server = await FeedServer.StartAsync(path => path.Contains("resumptionToken", StringComparison.Ordinal) && isBroken
            ? (HttpStatusCode.ServiceUnavailable, "closed for repairs")
            : (HttpStatusCode.OK, Oai(path.Contains("resumptionToken", StringComparison.Ordinal) ? null : "second", path.Contains("resumptionToken", StringComparison.Ordinal) ? 2 : 1)));

        await ExpectAsync(server, 4, "1 added", "oai", "--set", "cs:cs:CL");
        isBroken = false;
        await ExpectAsync(server, 0, "1 added", "oai", "--set", "cs:cs:CL");
        await ExpectAsync(server, 0, "2 unchanged", "oai", "--set", "cs:cs:CL");

        Assert.Equal([false, false, true], server.Asked.Where(p => p.Contains("set=", StringComparison.Ordinal)).Select(p => p.Contains("from=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named_and_what_it_gave_before_is_kept()
    {
        await using var server = await FeedServer.StartAsync(path => path.Contains("2025-07-28", StringComparison.Ordinal)
            ? (HttpStatusCode.OK, Daily("2507.00001"))
            : (HttpStatusCode.BadGateway, ""));

        var result = await ExpectAsync(server, 4, "1 added", "hf-daily", "--from", "2025-07-28", "--to", "2025-07-29");

        Assert.Contains("Hugging Face failed (502)", result.Error, StringComparison.Ordinal);
        Assert.Contains(server.Address, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_said_and_not_shown()
    {
        await using var server = await FeedServer.StartAsync(_ => (HttpStatusCode.Forbidden, "no"));

        var result = await ExpectAsync(server, 1, "0 added", "openalex", "otters");

        Assert.Contains("OpenAlex does not let us in (403)", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains(Key, Assert.Single(server.Asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hf-daily", "--date", "yesterday")]
    [InlineData("hf-daily", "--date", "2025-07-28", "--trending")]
    [InlineData("hf-daily", "--week", "31")]
    [InlineData("arxiv")]
    [InlineData("openalex")]
    [InlineData("s2", "--from", "2025-07-28")]
    [InlineData("arxiv", "otters", "--from", "2025-07-28", "--to", "2025-07-01")]
    public async Task What_a_feed_cannot_be_asked_is_wrong_usage(params string[] arguments)
    {
        await using var server = await FeedServer.StartAsync(_ => (HttpStatusCode.OK, "[]"));

        var result = await RunAsync(server, arguments);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Empty(server.Asked);
    }

    private async Task<ProgramResult> ExpectAsync(FeedServer server, int exitCode, string said, params string[] arguments)
    {
        var result = await RunAsync(server, arguments);
        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Contains(said, result.Output, StringComparison.OrdinalIgnoreCase);
        return result;
    }

    private Task<ProgramResult> RunAsync(FeedServer server, string[] arguments) => ProgramRun.RunAsync(
        ProgramRun.Ingest,
        [.. arguments, "--library", _folder.File("library")],
        TestContext.Current.CancellationToken,
        new Dictionary<string, string?>(server.Environment) { ["OPENALEX_API_KEY"] = Key });

    private static string Daily(params string[] ids) =>
        "[" + string.Join(',', ids.Select(id => $$$"""{"paper":{"id":"{{{id}}}","title":"Paper {{{id}}}","summary":"We count otters in the bay of {{{id}}}.","authors":[{"name":"Ada Reef"}]}}""")) + "]";

    private static string Oai(string? token, int number) => $"""
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:arXiv.org:2507.{number:00000}</identifier><datestamp>2025-07-28</datestamp></header>
        <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2507.{number:00000}</id><created>2025-07-01</created><authors><author><keyname>Reef</keyname><forenames>Ada</forenames></author></authors>
        <title>Otters of bay {number}</title><categories>cs.CL</categories><abstract>We count the otters of bay {number}.</abstract></arXiv></metadata></record>
        <resumptionToken>{token}</resumptionToken></ListRecords></OAI-PMH>
        """;
}
