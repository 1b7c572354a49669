using Microsoft.Extensions.Hosting;

namespace PaperChat.Chat.Api;

/// <summary>Leaves the process's signals to the command, which cancels.</summary>
internal sealed class StartedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
