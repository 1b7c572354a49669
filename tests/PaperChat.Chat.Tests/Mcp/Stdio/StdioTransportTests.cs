using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Server;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp;
using PaperChat.Chat.Mcp.Stdio;
using PaperChat.Prompts;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Mcp.Stdio;

public sealed class StdioTransportTests
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Call = """{"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"library_status","arguments":{}}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_asked_before_the_end_of_the_input_is_answered_after_it()
    {
        using var input = new Input(Initialize, Call);
        var desk = await TestMcp.DeskAsync(TestMcp.Papers);

        var answers = await RunAsync(input, new TestTime(), async token =>
        {
            await input.Ended.WaitAsync(token);
            return desk;
        });

        Assert.Equal(["1", "two"], answers.Select(a => a.GetProperty("id").ToString()).Order(StringComparer.Ordinal));
        Assert.Contains("5 papers", answers.Single(a => a.GetProperty("id").ToString() == "two").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_line_without_its_end_is_read_and_answered()
    {
        using var input = new Input(Initialize + "\n" + Call);
        var desk = await TestMcp.DeskAsync(TestMcp.Papers);

        var answers = await RunAsync(input, new TestTime(), _ => Task.FromResult(desk));

        Assert.Equal(2, answers.Count);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_after_the_end_of_the_input_is_given_up()
    {
        using var input = new Input(Initialize, Call);

        var answers = await RunAsync(input, new TestTime { Hurries = true }, Never);

        Assert.DoesNotContain(answers, a => a.TryGetProperty("result", out _) && a.GetProperty("id").ToString() == "two");
    }

    [Fact]
    public async Task A_call_that_was_cancelled_holds_nothing_up()
    {
        using var input = new Input(Initialize, Call, """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"two"}}""");

        var answers = await RunAsync(input, new TestTime(), Never);

        Assert.Equal("1", Assert.Single(answers).GetProperty("id").ToString());
    }

    [Fact]
    public async Task The_steps_of_a_call_come_in_order_and_before_its_result()
    {
        using var input = new Input(
            Initialize,
            """{"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"draft_review","arguments":{"topic":"counting animals on reefs"},"_meta":{"progressToken":"steps"}}}""");
        var desk = await TestMcp.DeskAsync(TestMcp.Papers);

        var messages = await RunAsync(input, new TestTime(), _ => Task.FromResult(desk));

        var call = messages.Where(m => !m.TryGetProperty("id", out var id) || id.ToString() == "two").ToArray();
        var steps = call[..^1].Select(m => m.GetProperty("params")).ToArray();
        Assert.Equal([(0, 4), (1, 4), (3, 4)], steps.Select(s => (s.GetProperty("progress").GetInt32(), s.GetProperty("total").GetInt32())));
        Assert.All(steps, s => Assert.Equal("steps", s.GetProperty("progressToken").GetString()));
        Assert.Equal("Grouping the papers into themes", steps[1].GetProperty("message").GetString());
        Assert.True(call[^1].TryGetProperty("result", out _));
    }

    private static Task<PaperDesk> Never(CancellationToken cancellationToken) => new TaskCompletionSource<PaperDesk>().Task.WaitAsync(cancellationToken);

    private static async Task<IReadOnlyList<JsonElement>> RunAsync(Stream input, TimeProvider time, Func<CancellationToken, Task<PaperDesk>> desk)
    {
        using var output = new MemoryStream();
        await using (var transport = new StdioTransport(input, output, time, NullLoggerFactory.Instance))
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Token, transport.Overdue);
            await using var server = McpServer.Create(transport, PaperMcpServer.Options(desk, () => PromptSet.Load(null)));
            await server.RunAsync(end.Token);
        }

        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    /// <summary>Lines, and a word when their end was read; several lines given as one lack the end of the last.</summary>
    private sealed class Input(params string[] lines)
        : MemoryStream(Encoding.UTF8.GetBytes(lines.Length == 1 ? lines[0] : string.Join('\n', lines) + "\n"))
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(buffer.Span);
            if (read == 0)
            {
                _ended.TrySetResult();
            }

            return ValueTask.FromResult(read);
        }
    }
}
