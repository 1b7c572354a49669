using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Commands;

/// <summary><c>unsubscribe</c>: forgets a subscription with its address, or all of one address.</summary>
internal sealed class UnsubscribeCommand(Argument<string?> id, Option<string?> email)
{
    public static Command Build(CommandRunner runner)
    {
        var id = new Argument<string?>("ID") { Description = "As 'subscriptions' shows it", Arity = ArgumentArity.ZeroOrOne };
        var email = new Option<string?>("--email") { Description = "All subscriptions of this address", HelpName = "ADDRESS" };
        var command = new Command("unsubscribe", "End a subscription, and delete its address") { id, email };
        runner.SetAction(command, new UnsubscribeCommand(id, email).RunAsync);
        return command;
    }

    private Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (wanted, address) = (context.Parsed.GetValue(id), context.Parsed.GetValue(email));
        if ((wanted is null) == (address is null))
        {
            throw new UsageException("Give the ID of a subscription, as 'paperchat-ingest subscriptions' shows it, or --email ADDRESS for all of an address.");
        }

        using var database = WatchDatabase.Open(WatchFolder.Of(context));
        var store = new SubscriptionStore(database);
        string[] ended = [.. store.List()
            .Where(s => wanted is not null ? s.Id == wanted : s.Delivery.Channel == DeliveryChannel.Email && s.Delivery.Address.Equals(address, StringComparison.OrdinalIgnoreCase))
            .Select(s => s.Id).Where(store.Remove)];
        if (ended.Length == 0)
        {
            throw new NotFoundException(wanted is null
                ? "No subscription has this address."
                : $"There is no subscription {TerminalText.Line(wanted)}; 'paperchat-ingest subscriptions' shows those there are.");
        }

        SubscriptionOutput.WriteEnded(context, ended);
        return Task.FromResult(ExitCode.Done);
    }
}
