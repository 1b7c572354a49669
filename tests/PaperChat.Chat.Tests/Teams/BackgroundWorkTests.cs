using Microsoft.Extensions.Logging;
using PaperChat.Chat.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

public sealed class BackgroundWorkTests : IDisposable
{
    private readonly RecordingLogger _logger = new(LogLevel.Information);
    private readonly BackgroundWork _work;

    public BackgroundWorkTests() => _work = new BackgroundWork(2, 4, _logger);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Work_of_one_conversation_is_done_in_order()
    {
        List<int> done = [];
        for (var i = 0; i < 4; i++)
        {
            var number = i;
            Assert.True(_work.TryBegin("a", async _ =>
            {
                await Task.Yield();
                done.Add(number);
            }));
        }

        await _work.WhenIdleAsync();

        Assert.Equal([0, 1, 2, 3], done);
    }

    [Fact]
    public async Task So_much_is_done_at_once_and_more_than_the_queue_is_refused()
    {
        var gate = new TaskCompletionSource();
        using var running = new SemaphoreSlim(0);
        var most = 0;
        var now = 0;
        for (var i = 0; i < 4; i++)
        {
            Assert.True(_work.TryBegin($"{i}", async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                running.Release();
                await gate.Task;
                Interlocked.Decrement(ref now);
            }));
        }

        await running.WaitAsync(Token);
        await running.WaitAsync(Token);
        Assert.False(_work.TryBegin("more", _ => Task.CompletedTask));
        Assert.Equal(0, running.CurrentCount);
        gate.SetResult();
        await _work.WhenIdleAsync();

        Assert.Equal(2, most);
        Assert.True(_work.TryBegin("more", _ => Task.CompletedTask));
        await _work.WhenIdleAsync();
    }

    [Fact]
    public async Task What_fails_costs_nothing_else()
    {
        var done = false;
        _work.TryBegin("a", _ => throw new InvalidOperationException("a defect"));
        _work.TryBegin("a", _ => Task.FromResult(done = true));

        await _work.WhenIdleAsync();

        Assert.True(done);
        Assert.Contains("a defect", _logger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_cancels_what_runs_and_takes_nothing_more()
    {
        var begun = new TaskCompletionSource();
        _work.TryBegin("a", async token =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        await begun.Task;

        await _work.StopAsync(Token);

        Assert.False(_work.TryBegin("a", _ => Task.CompletedTask));
        Assert.Contains("left unanswered", _logger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_does_not_wait_for_ever()
    {
        var gate = new TaskCompletionSource();
        _work.TryBegin("a", _ => gate.Task);
        using var patience = new CancellationTokenSource();

        var ending = _work.StopAsync(patience.Token);
        await patience.CancelAsync();
        await ending;

        Assert.Contains("did not end in time", _logger.Text, StringComparison.Ordinal);
        gate.SetResult();
        await _work.WhenIdleAsync();
    }
}
