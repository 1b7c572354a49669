using System.CommandLine;
using Microsoft.Extensions.Configuration;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Commands;

/// <summary>Where digests go and how often, as subscriptions of both kinds take it.</summary>
internal sealed class SubscriptionOptions
{
    private readonly Option<string?> _email = new("--email") { Description = "Send digests to this address", HelpName = "ADDRESS" };
    private readonly Option<string?> _out = new("--out") { Description = "Write digests to a file that ends in .md, .html or .atom", HelpName = "FILE" };
    private readonly Option<string?> _teams = new("--teams") { Description = "Send digests to a conversation of Microsoft Teams; /here tells its key", HelpName = "CONVERSATION" };
    private readonly Option<bool> _daily = new("--daily") { Description = "Every day; the usual" };
    private readonly Option<bool> _weekly = new("--weekly") { Description = "Once a week" };
    private readonly Option<bool> _preview = new("--preview") { Description = "Show what it would say, and keep nothing; with --out in that file" };

    public void AddTo(Command command)
    {
        command.Options.Add(_email);
        command.Options.Add(_out);
        command.Options.Add(_teams);
        command.Options.Add(_daily);
        command.Options.Add(_weekly);
        command.Options.Add(_preview);
    }

    public bool IsPreview(CommandContext context) => context.Parsed.GetValue(_preview);

    /// <summary>The file that was named, checked; null for none.</summary>
    public string? FileOf(CommandContext context) => context.Parsed.GetValue(_out) is { } path ? DigestFile.Check(path) : null;

    public Cadence CadenceOf(CommandContext context)
    {
        var (daily, weekly) = (context.Parsed.GetValue(_daily), context.Parsed.GetValue(_weekly));
        return daily && weekly ? throw new UsageException("--daily and --weekly exclude each other.") : weekly ? Cadence.Weekly : Cadence.Daily;
    }

    /// <exception cref="UsageException">None or several are given, or one makes no sense.</exception>
    /// <exception cref="NotFoundException">The bot is in no such conversation.</exception>
    public async Task<Delivery> DeliveryAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (context.Parsed.GetValue(_email), FileOf(context), context.Parsed.GetValue(_teams)) switch
        {
            ({ } email, null, null) => new Delivery(DeliveryChannel.Email, EmailAddress.Check(email)),
            (null, { } file, null) => new Delivery(DeliveryChannel.File, file),
            (null, null, { } conversation) => new Delivery(
                DeliveryChannel.Teams, await ConversationAsync(conversation, context.Settings.Configuration, context.Environment.LocalDataFolder, cancellationToken)),
            (null, null, null) => throw new UsageException("Where do the digests go? Give --email ADDRESS, --teams CONVERSATION or --out FILE; --preview only shows one."),
            _ => throw new UsageException("--email, --teams and --out exclude each other: subscribe once for each."),
        };
    }

    /// <summary>The key of a conversation, checked.</summary>
    internal static async Task<string> ConversationAsync(string conversation, IConfiguration configuration, string? dataFolder, CancellationToken cancellationToken)
    {
        var options = TeamsOptions.Read(configuration, isLoopback: true, dataFolder)
            ?? throw new UsageException("--teams needs the bot of the server: set Teams:AppId and Teams:AppSecret as there; docs/teams.md says where they come from.");
        if (!ConversationPlace.IsKey(conversation))
        {
            throw new UsageException($"--teams takes the key that the bot tells where somebody writes /here, 40 letters and digits, not '{TerminalText.Line(conversation)}'.");
        }

        return await ConversationPlace.FindAsync(options.Folder, conversation, cancellationToken) is not null ? conversation : throw new NotFoundException(
            $"The bot is in no conversation {conversation}, as far as {options.Folder} tells: write /here to it in Teams, and set Teams:Folder as the server does.");
    }
}
