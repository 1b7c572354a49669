using PaperChat.Library;
using PaperChat.Qdrant.Tests.Server;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

public sealed class FailureTests : IAsyncDisposable
{
    private readonly TestCollection _collection = new();
    private readonly TestTime _time = new() { Hurries = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _collection.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_down_is_named_with_what_to_do_and_counts_as_not_answering()
    {
        var options = new QdrantOptions { Endpoint = new Uri("http://127.0.0.1:9"), ReadBudget = TimeSpan.FromMinutes(1) };

        var error = await Assert.ThrowsAsync<LibraryUnavailableException>(() => QdrantLibrary.OpenAsync(options, _time, null, Token));

        Assert.True(error.IsTransient);
        Assert.Contains("Qdrant at http://127.0.0.1:9 does not answer", error.Message, StringComparison.Ordinal);
        Assert.Contains("--endpoint", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(_time.Waits);
    }

    [Fact]
    public async Task A_server_that_takes_no_connection_in_time_is_tried_again_and_counts_as_not_answering()
    {
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, token) =>
            {
                Interlocked.Increment(ref connections);
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException("It never connects.");
            },
        };
        var options = new QdrantOptions { ReadBudget = TimeSpan.FromMinutes(1), AttemptTimeout = TimeSpan.FromMinutes(2) };

        var error = await Assert.ThrowsAsync<LibraryUnavailableException>(() => QdrantLibrary.OpenAsync(options, handler, _time, null, Token));

        Assert.Contains("does not answer", error.Message, StringComparison.Ordinal);
        Assert.True(connections > 1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(500)]
    [InlineData(408)]
    public async Task A_server_that_is_busy_or_restarts_is_asked_again_until_it_answers(int status)
    {
        var server = await FilledAsync();
        await using var library = await OpenAsync();
        var refused = 0;
        server.Fault = _ => Interlocked.Increment(ref refused) <= 3 ? new ServerFault { Status = status } : null;

        Assert.Equal(1, await library.CountAsync(SearchFilters.None, Token));
        Assert.Equal(4, refused);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_writing_is_made_anew_and_nothing_is_written_twice()
    {
        var server = await FilledAsync();
        await using var writer = await OpenWriterAsync();
        var broken = 0;
        server.Fault = call => call.Writes && Interlocked.Increment(ref broken) % 2 == 1 ? new ServerFault { BreaksAfter = true } : null;

        await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("b", "Walrus", "Two."))], Token);
        await writer.CommitAsync(Token);

        server.Fault = _ => null;
        await using var library = await OpenAsync();
        Assert.Equal(2, await library.CountAsync(SearchFilters.None, Token));
        Assert.True(broken >= 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_says_when_to_come_back_is_left_alone_until_then(bool saysDate)
    {
        var server = await FilledAsync();
        await using var library = await OpenAsync();
        var refused = 0;
        var now = _time.GetUtcNow();
        var asked = saysDate ? now.AddSeconds(7).ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "7";
        server.Fault = _ => Interlocked.Increment(ref refused) == 1 ? new ServerFault { Status = 429, RetryAfter = asked } : null;

        await library.CountAsync(SearchFilters.None, Token);

        // A date has no fractions of a second.
        Assert.Contains(_time.Waits, w => w <= TimeSpan.FromSeconds(7) && w > TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Waits_grow_scatter_and_end_with_the_budget()
    {
        var server = await FilledAsync();
        await using var library = await OpenAsync();
        server.Fault = _ => new ServerFault { Status = 503 };
        var began = _time.GetUtcNow();

        var error = await Assert.ThrowsAsync<LibraryUnavailableException>(() => library.CountAsync(SearchFilters.None, Token));

        Assert.Contains("status 503", error.Message, StringComparison.Ordinal);
        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(80));
        var waits = _time.Waits.Where(w => w > TimeSpan.Zero && w < TimeSpan.FromMinutes(1)).ToArray();
        Assert.InRange(waits.Length, 5, 60);
        Assert.True(waits.Distinct().Count() > waits.Length / 2);
        Assert.True(waits.Max() > waits[0]);
    }

    [Fact]
    public async Task A_server_that_is_slow_is_given_up_after_the_limit_of_an_attempt()
    {
        var server = await FilledAsync();
        await using var library = await OpenAsync();
        server.Fault = _ => new ServerFault { Waits = Task.Delay(Timeout.Infinite, Token) };

        var counting = library.CountAsync(SearchFilters.None, Token);
        while (!counting.IsCompleted)
        {
            await Task.WhenAny(counting, Task.Run(() => _time.Advance(TimeSpan.FromSeconds(20)), Token));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<LibraryUnavailableException>(() => counting);
        Assert.Contains("took too long", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_no_failure()
    {
        var server = await FilledAsync();
        await using var library = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        server.Fault = _ =>
        {
            cancelled.Cancel();
            return new ServerFault { Status = 503 };
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.CountAsync(SearchFilters.None, cancelled.Token));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong-key")]
    public async Task A_wrong_key_is_said_without_being_shown_and_not_tried_again(string? key)
    {
        var server = await FilledAsync();
        server.ApiKey = "right-key";

        var error = await Assert.ThrowsAsync<LibraryException>(async () => await QdrantLibrary.OpenAsync(await OptionsAsync() with { ApiKey = key }, _time, null, Token));

        Assert.Contains("API key", error.Message, StringComparison.Ordinal);
        Assert.Contains("Qdrant:ApiKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-key", error.ToString().Replace("api-key", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task A_key_that_may_read_only_reads_and_cannot_write()
    {
        var server = await FilledAsync();
        (server.ApiKey, server.ReadOnlyKey) = ("right", "reader");
        var options = await OptionsAsync() with { ApiKey = "reader" };

        await using var library = await QdrantLibrary.OpenAsync(options, _time, null, Token);
        Assert.Equal(1, await library.CountAsync(SearchFilters.None, Token));
        await using var writer = await QdrantLibraryWriter.OpenAsync(options, _time, null, isTrial: false, Token);
        await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("b", "Walrus"))], Token);
        var error = await Assert.ThrowsAsync<LibraryException>(() => writer.CommitAsync(Token));

        Assert.Contains("may read only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_locked_is_told_apart_from_a_key_that_may_not()
    {
        var server = await FilledAsync();
        await using var writer = await OpenWriterAsync();
        server.Fault = call => call.Writes ? new ServerFault { Status = 403, Body = """{"status":{"error":"Storage locked: maintenance"},"time":0.0}""" } : null;
        await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("b", "Walrus"))], Token);

        var error = await Assert.ThrowsAsync<LibraryException>(() => writer.CommitAsync(Token));

        Assert.Contains("takes no writes now", error.Message, StringComparison.Ordinal);
        Assert.Contains("maintenance", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_that_is_not_there_is_said_with_how_to_make_it()
    {
        await _collection.ServerAsync();

        var error = await Assert.ThrowsAsync<LibraryException>(async () => await QdrantLibrary.OpenAsync(await OptionsAsync(), _time, null, Token));

        Assert.Contains("There is no library", error.Message, StringComparison.Ordinal);
        Assert.Contains("paperchat-ingest --store qdrant", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_of_another_model_is_refused_by_readers_and_writers()
    {
        await _collection.ServerAsync();
        var (own, other) = (WordVectors.Model(8, "own"), WordVectors.Model(8, "other"));
        await (await OpenWriterAsync(own)).DisposeAsync();

        var reading = await Assert.ThrowsAsync<IndexIncompatibleException>(async () => await QdrantLibrary.OpenAsync(await OptionsAsync(), _time, other.Info, Token));
        await Assert.ThrowsAsync<IndexIncompatibleException>(() => OpenWriterAsync(WordVectors.Model(16, "own")));

        Assert.Contains("own", reading.Message, StringComparison.Ordinal);
        Assert.Contains("other", reading.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_of_another_program_is_left_alone()
    {
        var server = await _collection.ServerAsync();
        var options = await OptionsAsync() with { Collection = ContractRecorder.Foreign };
        using var http = new HttpClient { BaseAddress = server.Address };
        await http.PutAsync($"collections/{options.Collection}", Json("""{"vectors":{"other":{"size":4,"distance":"Dot"}},"sparse_vectors":{"words":{"modifier":"idf"}},"optimizers_config":{"indexing_threshold":20000}}"""), Token);
        await http.PutAsync($"collections/{options.Collection}/points?wait=true", Json("""{"points":[{"id":"5d0f3b52-8f0c-4f7e-9d5a-6f1f5e0a7c21","vector":{},"payload":{"city":"Ulm"}}]}"""), Token);

        var error = await Assert.ThrowsAsync<LibraryException>(() => QdrantLibraryWriter.OpenAsync(options, _time, null, isTrial: false, Token));

        Assert.Contains("not made by PaperChat", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Snapshot(options.Collection));
    }

    [Fact]
    public async Task An_old_server_and_what_is_no_Qdrant_are_said_so()
    {
        var server = await _collection.ServerAsync();
        server.Version = "1.11.3";
        Assert.Contains("1.11.3", (await Assert.ThrowsAsync<IndexIncompatibleException>(() => OpenWriterAsync())).Message, StringComparison.Ordinal);

        server.Fault = _ => new ServerFault { Status = 200, Body = "<html>Welcome</html>" };
        Assert.Contains("not Qdrant", (await Assert.ThrowsAsync<LibraryException>(() => OpenWriterAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_for_the_server_is_cut_in_half_until_it_passes()
    {
        var server = await _collection.ServerAsync();
        server.MostBytesOfRequest = 4_000;
        await using (var writer = await OpenWriterAsync())
        {
            await writer.UpsertAsync([.. Enumerable.Range(0, 40).Select(i => TestPapers.Entry(TestPapers.Paper($"p{i}", $"Walrus {i}", "Some text.")))], Token);
            await writer.CommitAsync(Token);
        }

        await using var library = await OpenAsync();
        Assert.Equal(40, await library.CountAsync(SearchFilters.None, Token));
        await using var another = await OpenWriterAsync();
        await another.UpsertAsync([TestPapers.Entry(TestPapers.Paper("large", "Walrus", new string('x', 9_000)))], Token);
        var error = await Assert.ThrowsAsync<LibraryException>(() => another.CommitAsync(Token));
        Assert.Contains("max_request_size_mb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_fails_costs_vectors_and_no_papers_and_the_same_again_makes_them()
    {
        await _collection.ServerAsync();
        PaperEntry[] entries = [.. Enumerable.Range(0, 600).Select(i => TestPapers.Entry(TestPapers.Paper($"p{i:D3}", "Walrus", $"Text {i}.")))];
        using var failing = new WordVectors(8) { FailsAfter = 520 };
        await using (var writer = await OpenWriterAsync(new EmbeddingModel(failing)))
        {
            await writer.UpsertAsync(entries, Token);
            await writer.CommitAsync(Token);
            Assert.NotNull(writer.EmbeddingFailure);
            Assert.Equal(88, writer.PassagesWithoutVectors);
        }

        await using var again = await OpenWriterAsync(WordVectors.Model(8));
        var results = await again.UpsertAsync(entries, Token);
        await again.CommitAsync(Token);

        Assert.Equal(88, results.Count(r => r.Outcome == UpsertOutcome.Changed));
        Assert.Equal(0, again.PassagesWithoutVectors);
        Assert.All(await again.UpsertAsync(entries, Token), r => Assert.Equal(UpsertOutcome.Unchanged, r.Outcome));
    }

    [Fact]
    public async Task A_trial_changes_nothing()
    {
        var server = await FilledAsync();
        var before = server.Snapshot((await OptionsAsync()).Collection);
        await using var writer = await QdrantLibraryWriter.OpenAsync(await OptionsAsync(), _time, null, isTrial: true, Token);

        var results = await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("a", "Walrus", "New.")), TestPapers.Entry(TestPapers.Paper("b", "Walrus"))], Token);
        await writer.CommitAsync(Token);

        Assert.Equal([UpsertOutcome.Changed, UpsertOutcome.Added], results.Select(r => r.Outcome));
        Assert.Equal(before, server.Snapshot((await OptionsAsync()).Collection));
    }

    [Fact]
    public async Task A_trial_makes_no_collection_either()
    {
        var server = await _collection.ServerAsync();
        await using var writer = await QdrantLibraryWriter.OpenAsync(await OptionsAsync(), _time, WordVectors.Model(8), isTrial: true, Token);

        var results = await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("a", "Walrus")), TestPapers.Entry(TestPapers.Paper("a", "Walrus"))], Token);
        await writer.CommitAsync(Token);

        Assert.Equal([UpsertOutcome.Added, UpsertOutcome.Unchanged], results.Select(r => r.Outcome));
        Assert.DoesNotContain(server.Calls, c => c.Writes);
    }

    [Fact]
    public async Task A_server_that_is_away_for_longer_than_a_reader_waits_does_not_end_a_writer()
    {
        var server = await FilledAsync();
        await using var writer = await QdrantLibraryWriter.OpenAsync(
            await OptionsAsync() with { ReadBudget = TimeSpan.FromSeconds(1), WriteBudget = TimeSpan.FromMinutes(5) }, _time, null, isTrial: false, Token);
        var back = _time.GetUtcNow() + TimeSpan.FromMinutes(2);
        server.Fault = _ => _time.GetUtcNow() < back ? new ServerFault { Status = 503 } : null;

        var results = await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("a", "Walrus", "One."))], Token);

        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(results).Outcome);
    }

    [Fact]
    public async Task A_bulk_load_stops_the_building_of_graphs_and_the_next_writer_starts_it()
    {
        var server = await FilledAsync();
        string[] Thresholds() => [.. server.Calls.Where(c => c.Method == "PATCH").Select(c => c.Body!.Value.GetProperty("optimizers_config").GetProperty("indexing_threshold").ToString())];

        await (await QdrantLibraryWriter.OpenAsync(await OptionsAsync() with { BulkLoad = true }, _time, null, isTrial: false, Token)).DisposeAsync();
        Assert.Equal(["0"], Thresholds());
        await (await OpenWriterAsync()).DisposeAsync();

        Assert.Equal(["0", "20000"], Thresholds());
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private async Task<QdrantServer> FilledAsync()
    {
        var server = await _collection.ServerAsync();
        await using var writer = await OpenWriterAsync();
        await writer.UpsertAsync([TestPapers.Entry(TestPapers.Paper("a", "Walrus", "One."))], Token);
        await writer.CommitAsync(Token);
        return server;
    }

    private async Task<QdrantOptions> OptionsAsync() =>
        await _collection.OptionsAsync() with { ReadBudget = TimeSpan.FromMinutes(1), WriteBudget = TimeSpan.FromMinutes(1), AttemptTimeout = TimeSpan.FromMinutes(2) };

    private async Task<QdrantLibrary> OpenAsync() => await QdrantLibrary.OpenAsync(await OptionsAsync(), _time, null, Token);

    private async Task<QdrantLibraryWriter> OpenWriterAsync(EmbeddingModel? model = null) =>
        await QdrantLibraryWriter.OpenAsync(await OptionsAsync(), _time, model, isTrial: false, Token);
}
