using System.Globalization;
using PaperChat.Peers.Engines;

namespace PaperChat.Peers.Tests.Engines;

public sealed class ScanIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_scan_ranks_like_PaperChat()
    {
        string[] words = ["river", "sand", "bee", "colour", "field", "stone"];
        var papers = _folder.File("papers.jsonl", [.. Enumerable.Range(0, 200).Select(i => LineOf(i, words))]);
        var rankings = new List<IReadOnlyList<string>>();

        foreach (var name in new[] { PeerEngines.PaperChat, PeerEngines.Scan })
        {
            var engine = PeerEngines.Create(name, TimeProvider.System);
            var folder = _folder.Folder(name);
            await engine.BuildAsync(papers, folder, TestContext.Current.CancellationToken);
            await using var index = await engine.OpenAsync(folder, TestContext.Current.CancellationToken);
            rankings.Add(await index.SearchAsync(["rivers", "sand", "stones"], 5, TestContext.Current.CancellationToken));
        }

        Assert.Equal(rankings[0], rankings[1]);
        Assert.Equal(5, rankings[0].Count);
    }

    public void Dispose() => _folder.Dispose();

    // Lengths and counts differ from paper to paper, so that no two scores are the same.
    private static string LineOf(int i, string[] words)
    {
        var text = string.Join(' ', Enumerable.Range(0, 5 + i).Select(w => words[(i * 7 + w * (1 + i % 5)) % words.Length] + (w % (2 + i % 3) == 0 ? "" : "x" + w)));
        return string.Create(CultureInfo.InvariantCulture, $$"""{"id": "p{{i}}", "title": "Paper {{i}}", "abstract": "{{text}}"}""");
    }
}
