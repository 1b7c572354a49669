using System.Text;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Serving;

/// <summary>The built <c>paperchat serve</c> as a process, on a free port of loopback.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly ProgramRun _run;

    private ServerRun(ProgramRun run, Uri address)
    {
        _run = run;
        Address = address;
    }

    public Uri Address { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ServerRun> StartAsync(string library, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var run = ProgramRun.Start(ProgramRun.Chat, ["serve", "--urls", "http://127.0.0.1:0", "--library", library], environment);
        var said = new StringBuilder();
        while (await run.ReadErrorLineAsync(Token) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                return new ServerRun(run, new Uri(line[Listening.Length..].Split(';')[0]));
            }

            said.AppendLine(line);
        }

        await run.DisposeAsync();
        throw new InvalidOperationException($"The server ended: {said}");
    }

    /// <summary>Ends it as Ctrl+C does.</summary>
    public async Task<ProgramResult> InterruptAsync()
    {
        await _run.InterruptAsync(Token);
        return await _run.FinishAsync(Token, closeInput: false);
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();
}
