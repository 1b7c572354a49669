using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using PaperChat.Chat.Mcp.Http;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Mcp.Http;

public sealed class McpSessionsTests
{
    private static readonly JsonRpcRequest Call = new() { Id = new RequestId(1), Method = RequestMethods.ToolsCall };

    [Fact]
    public async Task A_session_that_is_idle_for_long_ends_and_a_busy_one_does_not()
    {
        var time = new TestTime();
        using var sessions = await SessionsAsync(time);
        var idle = await OpenAsync(sessions);
        var busy = await OpenAsync(sessions);
        using var message = busy.Messages.Open(Call);

        time.Advance(McpSessions.LongestIdle - TimeSpan.FromSeconds(1));
        await sessions.EndIdleAsync();
        var before = sessions.TryGet(idle.Id, null, out _);
        time.Advance(TimeSpan.FromSeconds(1));
        await sessions.EndIdleAsync();

        Assert.True(before);
        Assert.False(sessions.TryGet(idle.Id, null, out _));
        Assert.True(sessions.TryGet(busy.Id, null, out _));
    }

    [Fact]
    public async Task A_message_makes_a_session_young_again()
    {
        var time = new TestTime();
        using var sessions = await SessionsAsync(time);
        var session = await OpenAsync(sessions);

        time.Advance(McpSessions.LongestIdle - TimeSpan.FromMinutes(1));
        session.Messages.Open(Call)!.Dispose();
        time.Advance(TimeSpan.FromMinutes(2));
        await sessions.EndIdleAsync();

        Assert.True(sessions.TryGet(session.Id, null, out _));
    }

    [Fact]
    public async Task When_there_are_too_many_the_one_idle_longest_makes_room()
    {
        var time = new TestTime();
        using var sessions = await SessionsAsync(time);
        var first = await OpenAsync(sessions);
        time.Advance(TimeSpan.FromSeconds(1));
        var second = await OpenAsync(sessions);
        for (var i = 2; i < McpSessions.Most; i++)
        {
            await OpenAsync(sessions);
        }

        var one = await OpenAsync(sessions);

        Assert.Equal(McpSessions.Most, sessions.Count);
        Assert.False(sessions.TryGet(first.Id, null, out _));
        Assert.True(sessions.TryGet(second.Id, null, out _));
        Assert.True(sessions.TryGet(one.Id, null, out _));
    }

    [Fact]
    public async Task When_all_are_at_work_another_is_refused()
    {
        using var sessions = await SessionsAsync(new TestTime());
        for (var i = 0; i < McpSessions.Most; i++)
        {
            (await OpenAsync(sessions)).Messages.Open(Call);
        }

        Assert.Null(await sessions.OpenAsync(null));
    }

    [Fact]
    public async Task A_session_is_its_owner_s_alone()
    {
        using var sessions = await SessionsAsync(new TestTime());
        var session = Assert.IsType<McpSession>(await sessions.OpenAsync("first key"));

        Assert.True(sessions.TryGet(session.Id, "first key", out _));
        Assert.False(sessions.TryGet(session.Id, "second key", out _));
        Assert.False(sessions.TryGet(session.Id, null, out _));
        Assert.Matches("^[0-9a-f]{32}$", session.Id);
    }

    [Fact]
    public async Task A_second_stream_takes_the_place_of_the_first_and_both_end_with_the_session()
    {
        using var sessions = await SessionsAsync(new TestTime());
        var session = await OpenAsync(sessions);

        var first = session.BeginStream();
        var second = session.BeginStream();
        var between = (first.IsCancellationRequested, second.IsCancellationRequested);
        await sessions.EndAsync(session);

        Assert.Equal((true, false), between);
        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public async Task A_session_ends_when_its_answers_are_out_and_takes_no_message_more()
    {
        using var sessions = await SessionsAsync(new TestTime());
        var session = await OpenAsync(sessions);
        var stream = session.BeginStream();
        var message = Assert.IsType<OpenMessage>(session.Messages.Open(Call));

        var ending = sessions.EndAsync(session);
        var (wasEnded, another) = (stream.IsCancellationRequested, session.Messages.Open(Call));
        message.Dispose();
        await ending;

        Assert.False(wasEnded);
        Assert.Null(another);
        Assert.True(stream.IsCancellationRequested);
    }

    [Fact]
    public async Task A_session_does_not_wait_for_long_for_an_answer_that_does_not_come()
    {
        var time = new TestTime();
        using var sessions = await SessionsAsync(time);
        var session = await OpenAsync(sessions);
        var stream = session.BeginStream();
        using var message = session.Messages.Open(Call);

        var ending = sessions.EndAsync(session);
        time.Advance(McpSession.Patience);
        await ending;

        Assert.True(stream.IsCancellationRequested);
    }

    [Fact]
    public async Task Only_the_request_that_is_cancelled_is_withdrawn_and_initialize_never()
    {
        using var sessions = await SessionsAsync(new TestTime());
        var messages = (await OpenAsync(sessions)).Messages;
        var initialize = messages.Open(new JsonRpcRequest { Id = new RequestId(1), Method = RequestMethods.Initialize });
        var first = messages.Open(Call);
        var second = messages.Open(new JsonRpcRequest { Id = new RequestId("1"), Method = RequestMethods.ToolsCall });
        var told = messages.Open(new JsonRpcNotification { Method = NotificationMethods.InitializedNotification });

        await messages.WithdrawAsync(default);
        await messages.WithdrawAsync(new RequestId(1));

        Assert.Equal(
            [false, true, false, false],
            new[] { initialize, first, second, told }.Select(m => Assert.IsType<OpenMessage>(m).Withdrawn.IsCancellationRequested));
    }

    private static async Task<McpSessions> SessionsAsync(TestTime time) => new(await TestMcp.DeskAsync([], time), NullLoggerFactory.Instance);

    private static async Task<McpSession> OpenAsync(McpSessions sessions) => Assert.IsType<McpSession>(await sessions.OpenAsync(null));
}
