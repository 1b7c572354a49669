using Microsoft.Extensions.Logging;

namespace PaperChat.Hosting.Tests;

public sealed class StandardErrorLoggerTests
{
    [Fact]
    public void Two_threads_are_never_in_the_writer_at_once()
    {
        using var error = new WatchedWriter();
        var logger = new StandardErrorLogger(error, LogLevel.Debug);
        Thread[] threads = [.. Enumerable.Range(0, 6).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                logger.Log(LogLevel.Debug, default, i, null, (state, _) => $"message {state}");
            }
        }))];

        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        Assert.Equal((600, false), (error.Lines, error.HasOverlapped));
    }

    [Fact]
    public void What_is_below_the_level_is_not_written()
    {
        using var error = new StringWriter();

        new StandardErrorLogger(error, LogLevel.Warning).Log(LogLevel.Debug, default, 0, null, (_, _) => "quiet");

        Assert.Equal("", error.ToString());
    }

    private sealed class WatchedWriter : StringWriter
    {
        private int _inside;

        public int Lines { get; private set; }

        public bool HasOverlapped { get; private set; }

        public override void WriteLine(string? value)
        {
            HasOverlapped |= Interlocked.Increment(ref _inside) > 1;
            for (var i = 0; i < 20; i++)
            {
                Thread.Yield();
            }

            Lines++;
            HasOverlapped |= Interlocked.Decrement(ref _inside) > 0;
        }
    }
}
