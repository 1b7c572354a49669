using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Commands;

/// <summary><c>subscriptions</c>: those there are, and with <c>--preview ID</c> what one would be told now.</summary>
internal sealed class SubscriptionsCommand(Option<string?> preview)
{
    public static Command Build(CommandRunner runner)
    {
        var preview = new Option<string?>("--preview") { Description = "Show what the reader of this subscription would be told now", HelpName = "ID" };
        var command = new Command("subscriptions", "Show the subscriptions, and how the last digest of each went") { preview };
        runner.SetAction(command, new SubscriptionsCommand(preview).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var database = WatchDatabase.Open(WatchFolder.Of(context));
        var store = new SubscriptionStore(database);
        if (context.Parsed.GetValue(preview) is { } id)
        {
            var wanted = store.Find(id) ?? throw new NotFoundException($"There is no subscription {TerminalText.Line(id)}; without --preview all are shown.");
            return await PreviewAsync(context, wanted, database, cancellationToken);
        }

        var outbox = new Outbox(database);
        SubscriptionOutput.WriteList(context, [.. store.List().Select(s => (s, outbox.Last(s.Id, 1) is [var last] ? last : null))]);
        return ExitCode.Done;
    }

    private static async Task<int> PreviewAsync(CommandContext context, Subscription wanted, WatchDatabase database, CancellationToken cancellationToken)
    {
        await using var library = LibraryDoor.Exists(context) ? await LibraryDoor.OpenAsync(context, cancellationToken) : null;
        var seen = new SeenPapers(database, context.Time);
        var generation = await seen.UpdateAsync(library, cancellationToken);
        var composer = new DigestComposer(seen, new QuestionRun(new SubscriptionStore(database), seen, context.Time), context.Time);
        var (content, _) = await composer.ComposeAsync(wanted, context.Time.GetUtcNow(), library, context.Settings.EmbeddingModel, generation, cancellationToken);
        return await SubscriptionOutput.PreviewAsync(context, wanted, content, null, "There is nothing new for this reader.", cancellationToken);
    }
}
