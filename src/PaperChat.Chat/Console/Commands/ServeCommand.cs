using System.CommandLine;
using PaperChat.Chat.Api;
using PaperChat.Chat.Api.Access;
using PaperChat.Chat.Api.Telemetry;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat serve</c>: the same pipeline for other programs, until it is interrupted.</summary>
internal sealed class ServeCommand(LibraryAccess libraries, Option<string?> urls, Option<string?> newKey)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen; {ServeOptions.DefaultUrls} without it", HelpName = "URL" };
        var newKey = new Option<string?>("--new-key") { Description = "Make a key for a client of this name, show it once, and end", HelpName = "NAME" };
        var command = new Command("serve", "Answer over HTTP, for programs and browsers") { urls, newKey };
        runner.SetAction(command, new ServeCommand(libraries, urls, newKey).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Parsed.GetValue(newKey) is { } name)
        {
            return NewKey(context, name);
        }

        var options = ServeOptions.Read(context.Settings.Configuration, context.Parsed.GetValue(urls));
        options = options with { Teams = TeamsOptions.Read(context.Settings.Configuration, options.IsLoopback, context.Environment.LocalDataFolder) };
        await using var desk = await PaperDesk.OpenAsync(context, libraries, cancellationToken);
        using var telemetry = ServeTelemetry.Start(context);
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

    private static int NewKey(CommandContext context, string name)
    {
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
        {
            throw new UsageException("The name of a key has up to 64 letters, digits, dots and hyphens.");
        }

        var (key, secret) = ApiKey.Create(name);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, new NewKeyShape(key.Name, secret, key.Hash), WireJson.Relaxed.NewKeyShape);
            return ExitCode.Done;
        }

        context.Console.Out.WriteLine(secret);
        context.Note($"This is the key of {name}; it is shown once and kept nowhere. The server knows it by its hash, in the configuration file:");
        context.Note($"{{\"Serve\":{{\"Keys\":{{\"{name}\":\"{key.Hash}\"}}}}}}");
        return ExitCode.Done;
    }
}
