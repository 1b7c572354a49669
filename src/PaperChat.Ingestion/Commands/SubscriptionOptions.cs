using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Commands;

/// <summary>Where digests go and how often, as subscriptions of both kinds take it.</summary>
internal sealed class SubscriptionOptions
{
    private readonly Option<string?> _email = new("--email") { Description = "Send digests to this address", HelpName = "ADDRESS" };
    private readonly Option<string?> _out = new("--out") { Description = "Write digests to a file that ends in .md, .html or .atom", HelpName = "FILE" };
    private readonly Option<bool> _daily = new("--daily") { Description = "Every day; the usual" };
    private readonly Option<bool> _weekly = new("--weekly") { Description = "Once a week" };
    private readonly Option<bool> _preview = new("--preview") { Description = "Show what it would say, and keep nothing; with --out in that file" };

    public void AddTo(Command command)
    {
        command.Options.Add(_email);
        command.Options.Add(_out);
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

    /// <exception cref="UsageException">Neither or both are given, or one makes no sense.</exception>
    public Delivery DeliveryOf(CommandContext context) => (context.Parsed.GetValue(_email), FileOf(context)) switch
    {
        ({ } email, null) => new Delivery(DeliveryChannel.Email, EmailAddress.Check(email)),
        (null, { } file) => new Delivery(DeliveryChannel.File, file),
        (null, null) => throw new UsageException("Where do the digests go? Give --email ADDRESS or --out FILE; --preview only shows one."),
        _ => throw new UsageException("--email and --out exclude each other: subscribe twice for both."),
    };
}
