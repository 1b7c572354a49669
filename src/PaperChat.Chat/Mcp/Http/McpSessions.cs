using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;
using PaperChat.Chat.Desk;
using PaperChat.Prompts;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>
/// The sessions of all clients: so many at most, and none that is idle for long. Clients often go without a word; one whose session was
/// ended is told so by a 404, and begins another.
/// </summary>
internal sealed class McpSessions : BackgroundService
{
    public const int Most = 256;

    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(2);

    private const int IdBytes = 16;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, McpSession> _sessions = new(StringComparer.Ordinal);
    private readonly McpServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;

    public McpSessions(PaperDesk desk, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(desk);
        _options = PaperMcpServer.Options(_ => Task.FromResult(desk), () => PromptSet.Load(desk.PromptFolder));
        _time = desk.Time;
        _logs = new ProtocolLoggerFactory(logs.CreateLogger);
    }

    public int Count => _sessions.Count;

    /// <summary>A new session; null when there are too many and all of them are at work.</summary>
    public async Task<McpSession?> OpenAsync(string? owner)
    {
        while (_sessions.Count >= Most)
        {
            if (_sessions.Values.Where(s => !s.Messages.IsAny).MaxBy(s => s.Messages.Idle) is not { } oldest)
            {
                return null;
            }

            await EndAsync(oldest);
        }

        var session = new McpSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), owner, _options, _time, _logs);
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>The session of an id, where it is this owner's.</summary>
    public bool TryGet(string id, string? owner, [NotNullWhen(true)] out McpSession? session) =>
        _sessions.TryGetValue(id, out session) && session.Owner == owner;

    public async Task EndAsync(McpSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (_sessions.TryRemove(session.Id, out var ended))
        {
            await ended.DisposeAsync();
        }
    }

    /// <summary>Ends the sessions that were idle for too long.</summary>
    public async Task EndIdleAsync()
    {
        foreach (var session in _sessions.Values.Where(s => !s.Messages.IsAny && s.Messages.Idle >= LongestIdle))
        {
            await EndAsync(session);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_sessions.Values.Select(EndAsync));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await EndIdleAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
