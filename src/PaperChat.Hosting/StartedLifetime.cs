using Microsoft.Extensions.Hosting;

namespace PaperChat.Hosting;

/// <summary>Leaves the process's signals to the command, which cancels.</summary>
public sealed class StartedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
