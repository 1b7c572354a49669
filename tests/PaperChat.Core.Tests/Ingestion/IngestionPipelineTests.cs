using PaperChat.Ingestion;
using PaperChat.Library;

namespace PaperChat.Core.Tests.Ingestion;

public sealed class IngestionPipelineTests : IAsyncDisposable
{
    private static readonly IngestionOptions Options = new() { Input = "papers.jsonl", BatchSize = 3, CommitInterval = 6 };
    private readonly RecordingWriter _writer = new();

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_are_written_in_batches_and_committed_at_intervals_and_at_the_end()
    {
        var summary = await RunAsync(Options, Papers(1, 14));

        Assert.Equal([3, 3, 3, 3, 2], _writer.BatchSizes);
        Assert.Equal([6, 12, 14], _writer.Commits);
        Assert.Equal(14, summary.Counts.Added);
        Assert.NotNull(summary.Run.Finished);
        Assert.Single(_writer.Runs.Select(r => r.Id).Distinct());
        Assert.Null(_writer.Runs[0].Finished);
        Assert.Equal(summary.Run, _writer.Runs[^1]);
    }

    [Fact]
    public async Task Papers_of_a_slow_source_are_committed_after_a_while()
    {
        var time = new ManualTime();
        IEnumerable<SourceItem> Items()
        {
            foreach (var item in Papers(1, 5))
            {
                time.Advance(TimeSpan.FromSeconds(20));
                yield return item;
            }
        }

        await new IngestionPipeline(_writer, time).RunAsync(
            [new ListSource("a", Items())], Options with { LongestUncommitted = TimeSpan.FromSeconds(30) }, Token);

        // Reading runs ahead: all were read, and 100 seconds gone, when the first is written.
        Assert.Equal([1, 5], _writer.Commits);
    }

    [Fact]
    public async Task Each_record_is_counted_by_what_became_of_it()
    {
        var changed = Item(1, "another text");

        var summary = await RunAsync(Options, [Item(1), Item(2), Item(1), changed, new SourceItem.Rejected("not JSON", 5, 50)]);

        Assert.Equal(new IngestionCounts { Read = 4, Added = 2, Unchanged = 1, Changed = 1, Rejected = 1 }, summary.Counts);
        Assert.Equal((2, 1, 1, 1), (summary.Run.Added, summary.Run.Changed, summary.Run.Unchanged, summary.Run.Rejected));
    }

    [Fact]
    public async Task A_rejected_record_is_reported_with_its_place_and_the_rest_goes_in()
    {
        var rejections = new List<Rejection>();
        var empty = new SourceItem.Read(new SourceRecord { Title = " " }, 2, 20);

        var summary = await RunAsync(Options with { Rejected = rejections.Add }, [Item(1), empty, new SourceItem.Rejected("not JSON", 3, 30), Item(4)]);

        Assert.Equal([new Rejection("a", 2, "the title is empty"), new Rejection("a", 3, "not JSON")], rejections);
        Assert.Equal("a:3: not JSON", rejections[1].ToString());
        Assert.Equal(2, summary.Counts.Added);
    }

    [Fact]
    public async Task Progress_adds_up_over_the_sources()
    {
        var reports = new Reports();
        var sources = new[] { new ListSource("a", Papers(1, 4)), new ListSource("b", Papers(5, 2)) };

        var summary = await new IngestionPipeline(_writer, TimeProvider.System)
            .RunAsync(sources, Options with { Progress = reports, BytesTotal = 60 }, Token);

        Assert.Equal(60, summary.BytesRead);
        Assert.Equal(60, reports.Seen[^1].BytesRead);
        Assert.Equal(60, reports.Seen[^1].BytesTotal);
        Assert.Equal(6, reports.Seen[^1].Counts.Added);
        Assert.Equal(["a", "b"], reports.Seen.Select(r => r.Location).Distinct());
        Assert.Equal(reports.Seen.Select(r => r.BytesRead).Order(), reports.Seen.Select(r => r.BytesRead));
    }

    [Fact]
    public async Task Cancelling_commits_what_was_read_and_then_throws()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        IEnumerable<SourceItem> Items()
        {
            foreach (var item in Papers(1, 20))
            {
                if (item.Line == 6)
                {
                    cancel.Cancel();
                }

                yield return item;
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new IngestionPipeline(_writer, TimeProvider.System)
            .RunAsync([new ListSource("a", Items())], Options, cancel.Token));

        Assert.Equal(_writer.Entries.Count, _writer.Commits[^1]);
        Assert.Equal(["p1", "p2", "p3", "p4", "p5"], _writer.Entries.Select(e => e.Paper.Id.Value).Take(5));
        Assert.Null(_writer.Runs[^1].Finished);
    }

    [Fact]
    public async Task An_entry_carries_its_chunks_its_place_and_its_aliases()
    {
        await RunAsync(Options, [Item(7)]);

        var entry = Assert.Single(_writer.Entries);
        Assert.Equal(new Provenance("list", "a", 7), entry.Provenance);
        Assert.Equal(2, entry.Aliases!.Count);
        Assert.Equal(entry.Paper.Abstract.Length, Assert.Single(entry.Chunks).Length);
    }

    [Fact]
    public async Task Ids_can_be_kept_as_they_are_without_merging()
    {
        var record = new SourceRecord { Key = "4983", Title = "T", Arxiv = "2407.01234" };

        await RunAsync(Options with { KeepIds = true }, [new SourceItem.Read(record, 1, 1)]);

        var entry = Assert.Single(_writer.Entries);
        Assert.Equal("4983", entry.Paper.Id.Value);
        Assert.Null(entry.Aliases);
    }

    private Task<IngestionSummary> RunAsync(IngestionOptions options, IEnumerable<SourceItem> items) =>
        new IngestionPipeline(_writer, TimeProvider.System).RunAsync([new ListSource("a", items)], options, Token);

    private static IEnumerable<SourceItem> Papers(int first, int count) => Enumerable.Range(first, count).Select((n, i) => Item(n) with { BytesRead = (i + 1) * 10 });

    private static SourceItem.Read Item(int number, string text = "a text") =>
        new SourceItem.Read(new SourceRecord { Key = $"p{number}", Title = $"Title {number}", Abstract = text }, number, number * 10);

    private sealed class Reports : IProgress<IngestionProgress>
    {
        public List<IngestionProgress> Seen { get; } = [];

        public void Report(IngestionProgress value) => Seen.Add(value);
    }
}
