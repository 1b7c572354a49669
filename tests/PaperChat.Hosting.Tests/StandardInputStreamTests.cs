using System.IO.Pipelines;
using System.Text;

namespace PaperChat.Hosting.Tests;

public sealed class StandardInputStreamTests
{
    [Fact]
    public async Task What_is_there_is_read_to_the_end()
    {
        using var reader = new StreamReader(new StandardInputStream(new MemoryStream(Encoding.UTF8.GetBytes("one\ntwo\n"))));

        Assert.Equal("one\ntwo\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Waiting_for_input_that_never_comes_can_be_cancelled()
    {
        var pipe = new Pipe();
        await using var silent = new StandardInputStream(pipe.Reader.AsStream());
        using var cancellation = new CancellationTokenSource();

        var reading = silent.ReadAsync(new byte[16], cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading);
        await pipe.Writer.CompleteAsync();
    }
}
