using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Commands;

/// <summary><c>paperchat-ingest watch</c>: keeps the library up to date and its readers informed, until it is interrupted.</summary>
internal sealed class WatchCommand(Option<bool> once)
{
    private const string Sources = "Watch:Sources";

    public static Command Build(CommandRunner runner)
    {
        var once = new Option<bool>("--once") { Description = "Do what is due now, and end" };
        var command = new Command("watch", "Keep the library up to date by the sources and times in the configuration, and send digests") { once };
        runner.SetAction(command, new WatchCommand(once).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var configuration = context.Settings.Configuration;
        var options = WatchOptions.Read(configuration);
        using var connection = new FeedConnection(context);
        var settings = new SourceSettings(connection.Sources, options.Zone, context.Time);
        WatchSource[] sources = [.. configuration.GetSection(Sources).GetChildren().Select(settings.Read)];
        var mail = MailSettings.Read(configuration);
        var folder = WatchFolder.Of(context);
        using var alone = WatchLock.Take(folder);
        using var database = WatchDatabase.Open(folder);
        Warn(context, options, sources, mail, database);
        using var teams = TeamsOptions.Read(configuration, isLoopback: true, context.Environment.LocalDataFolder) is { } bot ? new TeamsMessenger(bot, context.Time, context.Logger) : null;
        var address = options.PublicUrl ?? new Uri(options.Urls[0].TrimEnd('/') + "/");
        var cycle = new WatchCycle(
            database, WatchLibrary.Of(context), options, sources,
            mail is null ? null : new DigestMail(mail.From, address, UnsubscribeToken.Of(database)),
            mail is null ? (_, _) => Task.CompletedTask : new SmtpMailer(mail).SendAsync,
            teams is null ? null : teams.SendAsync,
            context.Time, context.Logger);
        if (context.Parsed.GetValue(once))
        {
            await cycle.RunAsync(cancellationToken);
            return new SourceStates(database).List().Any(s => s.Failures > 0 && sources.Any(w => w.Name == s.Name)) ? ExitCode.Failed : ExitCode.Done;
        }

        return await ServeAsync(context, cycle, options, folder, sources.Length, cancellationToken);
    }

    private static async Task<int> ServeAsync(CommandContext context, WatchCycle cycle, WatchOptions options, string folder, int sources, CancellationToken cancellationToken)
    {
        await using var host = await WatchHost.StartAsync(cycle, options, folder, context.Time, context.Logger, cancellationToken);
        context.Note(FormattableString.Invariant($"Watching {sources} sources for {context.Settings.Location}; health at {host.Addresses[0]}/health/ready. Ctrl+C ends it."));
        var interrupted = new TaskCompletionSource();
        await using (cancellationToken.Register(interrupted.SetResult))
        {
            if (await Task.WhenAny(interrupted.Task, host.Loop) == host.Loop)
            {
                await host.Loop;
            }
        }

        // Asked to end, a service has done what it was started for: this is no cancelled command.
        await host.StopAsync();
        return ExitCode.Done;
    }

    private static void Warn(CommandContext context, WatchOptions options, WatchSource[] sources, MailSettings? mail, WatchDatabase database)
    {
        if (sources.Length == 0)
        {
            context.Note($"The configuration names no source: {Sources}:NAME:Read says what is read. Only digests are made.");
        }

        if (!new SubscriptionStore(database).List().Any(s => s.Delivery.Channel == DeliveryChannel.Email))
        {
            return;
        }

        if (mail is null)
        {
            context.Note("There are subscriptions by e-mail, and no mail server: set Mail:Host and Mail:From. Their digests wait.");
        }
        else if (options.PublicUrl is null)
        {
            context.Note($"Watch:PublicUrl is not set: only on this machine do the links work that end a subscription ({options.Urls[0]}).");
        }
    }
}
