using System.CommandLine;
using PaperChat.Digests;
using PaperChat.Hosting;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Library;

namespace PaperChat.Ingestion.Commands;

/// <summary><c>subscribe</c>: keeps an interest, of whose new papers the watch tells its reader.</summary>
internal sealed class SubscribeCommand
{
    private const int MaxLength = 1_000;
    private const int MostLikes = 20;

    private readonly Argument<string> _interest = new("INTEREST") { Description = "The subject, in the words of a search" };
    private readonly Option<string[]> _likes = new("--like") { Description = "A paper whose like is wanted too, by its id; may be given several times", HelpName = "PAPER" };
    private readonly Option<bool> _trending = new("--trending") { Description = "Also the new papers with the most votes" };
    private readonly SubscriptionOptions _options = new();

    public static Command Build(CommandRunner runner)
    {
        var subscribe = new SubscribeCommand();
        var command = new Command("subscribe", "Have new papers on a subject sent to an address or to Teams, or written to a file") { subscribe._interest, subscribe._likes, subscribe._trending };
        subscribe._options.AddTo(command);
        runner.SetAction(command, subscribe.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var wanted = Read(context);
        await using var library = LibraryDoor.Exists(context) ? await LibraryDoor.OpenAsync(context, cancellationToken) : null;
        wanted = wanted with { Likes = await LikesAsync(context, library, cancellationToken) };
        if (_options.IsPreview(context))
        {
            return await PreviewAsync(context, wanted, library, cancellationToken);
        }

        var added = wanted with { Delivery = await _options.DeliveryAsync(context, cancellationToken) };
        using var database = WatchDatabase.Open(WatchFolder.Of(context));
        var seen = new SeenPapers(database, context.Time);
        await seen.UpdateAsync(library, cancellationToken);
        new SubscriptionStore(database).Add(added with { Told = seen.Last });
        SubscriptionOutput.WriteAdded(context, added);
        return ExitCode.Done;
    }

    private Subscription Read(CommandContext context)
    {
        var interest = context.Parsed.GetRequiredValue(_interest).Trim();
        var limit = context.Settings.Limit ?? DigestRequest.UsualLimit;
        var now = context.Time.GetUtcNow();
        return new Subscription
        {
            Id = SubscriptionStore.NewId(),
            Kind = SubscriptionKind.Interest,
            Text = interest.Length is > 0 and <= MaxLength ? interest : throw new UsageException(FormattableString.Invariant($"An interest has 1 to {MaxLength:N0} characters.")),
            Cadence = _options.CadenceOf(context),
            Limit = limit <= DigestRequest.MostPapers ? limit : throw new UsageException($"--limit of a digest goes up to {DigestRequest.MostPapers}."),
            Trending = context.Parsed.GetValue(_trending),
            Delivery = new Delivery(DeliveryChannel.File, ""),
            Created = now,
            Period = now,
            Told = 0,
        };
    }

    private async Task<IReadOnlyList<string>> LikesAsync(CommandContext context, IPaperLibrary? library, CancellationToken cancellationToken)
    {
        var likes = new List<string>();
        foreach (var wanted in context.Parsed.GetValue(_likes) ?? [])
        {
            var found = library is null ? [] : await library.GetAsync([.. PaperIdText.Meanings(wanted), PaperIds.OfTitle(wanted)], cancellationToken);
            likes.Add(found is [var paper, ..] ? paper.Id.Value : throw new NotFoundException(
                $"The library holds no paper with the id {TerminalText.Line(wanted)}; 'paperchat search' with words of its title shows it."));
        }

        return likes.Count <= MostLikes ? likes : throw new UsageException($"--like can be given {MostLikes} times.");
    }

    private async Task<int> PreviewAsync(CommandContext context, Subscription wanted, IPaperLibrary? library, CancellationToken cancellationToken)
    {
        if (library is null)
        {
            throw new NotFoundException("There is no library yet, so that there is nothing to show. Fill it with: paperchat-ingest PATH");
        }

        var papers = await PreviewPapers.OfAsync(library, wanted.Cadence, cancellationToken);
        var digest = await DigestComposer.BuildAsync(wanted, papers, library, context.Settings.EmbeddingModel, context.Time, cancellationToken);
        return await SubscriptionOutput.PreviewAsync(
            context, wanted, digest.IsEmpty ? null : new DigestContent(digest), _options.FileOf(context), FormattableString.Invariant($"Nothing fits, out of {papers.Count:N0} papers."), cancellationToken);
    }
}
