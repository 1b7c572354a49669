using Microsoft.Extensions.Logging;

namespace PaperChat.Hosting.Tests;

public sealed class StandardErrorLoggerTests
{
    [Fact]
    public void Messages_of_several_threads_are_whole_lines_and_none_is_lost()
    {
        const int threads = 8;
        const int messages = 4000;
        using var error = new StringWriter { NewLine = "\n" };
        var logger = new StandardErrorLogger(error, LogLevel.Debug);

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = TestContext.Current.CancellationToken }, thread =>
        {
            for (var i = 0; i < messages; i++)
            {
                logger.Log(LogLevel.Debug, default, thread, null, (state, _) => $"message of {state}");
            }
        });

        var lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(threads * messages, lines.Length);
        Assert.All(lines, l => Assert.Matches("^message of [0-7]$", l));
    }

    [Fact]
    public void What_is_below_the_level_is_not_written()
    {
        using var error = new StringWriter();

        new StandardErrorLogger(error, LogLevel.Warning).Log(LogLevel.Debug, default, 0, null, (_, _) => "quiet");

        Assert.Equal("", error.ToString());
    }
}
