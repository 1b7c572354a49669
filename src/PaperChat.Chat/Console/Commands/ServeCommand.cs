using System.CommandLine;
using PaperChat.Chat.Api;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat serve</c>: the same pipeline for other programs, until it is interrupted.</summary>
internal sealed class ServeCommand(LibraryAccess libraries, Option<string?> urls)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen; {ServeOptions.DefaultUrls} without it", HelpName = "URL" };
        var command = new Command("serve", "Answer over HTTP, for programs and browsers") { urls };
        runner.SetAction(command, new ServeCommand(libraries, urls).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = ServeOptions.Read(context.Settings.Configuration, context.Parsed.GetValue(urls));
        await using var desk = await PaperDesk.OpenAsync(context, libraries, cancellationToken);
        await using var host = await ServeHost.StartAsync(desk, options, context.Logger, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, new ListeningShape(host.Addresses), WireJson.Relaxed.ListeningShape);
        }
        else
        {
            context.Note($"Listening on {string.Join(", ", host.Addresses)}; Ctrl+C ends it.");
        }

        var interrupted = new TaskCompletionSource();
        await using (cancellationToken.Register(interrupted.SetResult))
        {
            await interrupted.Task;
        }

        // Asked to end, a server has done what it was started for: this is no cancelled command.
        await host.StopAsync();
        return ExitCode.Done;
    }
}
