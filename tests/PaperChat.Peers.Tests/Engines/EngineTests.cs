using PaperChat.Peers.Engines;

namespace PaperChat.Peers.Tests.Engines;

public sealed class EngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(PeerEngines.PaperChat)]
    [InlineData(PeerEngines.Fts5)]
    [InlineData(PeerEngines.Scan)]
    public async Task Papers_with_more_and_rarer_words_of_the_query_come_first(string name)
    {
        await using var index = await BuildAsync(name);

        var found = await index.SearchAsync(["rivers", "sand"], 10, TestContext.Current.CancellationToken);

        Assert.Equal(["both", "river"], found);
    }

    [Theory]
    [InlineData(PeerEngines.PaperChat)]
    [InlineData(PeerEngines.Fts5)]
    [InlineData(PeerEngines.Scan)]
    public async Task No_more_papers_are_found_than_wanted(string name)
    {
        await using var index = await BuildAsync(name);

        Assert.Equal(["both"], await index.SearchAsync(["river", "sand"], 1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(PeerEngines.PaperChat)]
    [InlineData(PeerEngines.Fts5)]
    [InlineData(PeerEngines.Scan)]
    public async Task A_word_that_no_paper_holds_finds_nothing(string name)
    {
        await using var index = await BuildAsync(name);

        Assert.Empty(await index.SearchAsync(["glacier"], 10, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<IPeerIndex> BuildAsync(string name)
    {
        var papers = _folder.File(
            "papers.jsonl",
            """{"id": "bee", "title": "Bees remember colours", "abstract": "They fly far and come back."}""",
            """{"id": "river", "title": "An old river", "abstract": "It flows to the sea."}""",
            """{"id": "both", "title": "Rivers carry sand", "abstract": "Sand moves in them."}""",
            """{"id": "none", "title": "A title alone", "abstract": ""}""");
        var index = _folder.Folder("index");
        var engine = PeerEngines.Create(name, TimeProvider.System);
        await engine.BuildAsync(papers, index, TestContext.Current.CancellationToken);
        return await engine.OpenAsync(index, TestContext.Current.CancellationToken);
    }
}
