using System.CommandLine;
using PaperChat.Digests;
using PaperChat.Hosting;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Library;

namespace PaperChat.Ingestion.Commands;

/// <summary><c>watch-question</c>: keeps a question, of whose answer the watch tells its reader when it changes.</summary>
internal sealed class WatchQuestionCommand
{
    private const int MaxLength = 2_000;

    private readonly Argument<string> _question = new("QUESTION") { Description = "A question that stands by itself" };
    private readonly SubscriptionOptions _options = new();

    public static Command Build(CommandRunner runner)
    {
        var watch = new WatchQuestionCommand();
        var command = new Command("watch-question", "Be told when the answer to a question changes") { watch._question };
        watch._options.AddTo(command);
        runner.SetAction(command, watch.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var question = context.Parsed.GetRequiredValue(_question).Trim();
        if (question.Length is 0 or > MaxLength)
        {
            throw new UsageException(FormattableString.Invariant($"A question has 1 to {MaxLength:N0} characters."));
        }

        var delivery = _options.IsPreview(context) ? null : await _options.DeliveryAsync(context, cancellationToken);
        await using var library = LibraryDoor.Exists(context) ? await LibraryDoor.OpenAsync(context, cancellationToken) : null;
        var kept = library is null ? null : KeptAnswer.Of(await QuestionRun.AskAsync(question, library, context.Settings.EmbeddingModel, context.Time, cancellationToken));
        if (delivery is not null)
        {
            await AddAsync(context, question, kept, delivery, library, cancellationToken);
        }

        SubscriptionOutput.WriteKept(context, kept);
        return ExitCode.Done;
    }

    private async Task AddAsync(CommandContext context, string question, KeptAnswer? kept, Delivery delivery, IPaperLibrary? library, CancellationToken cancellationToken)
    {
        using var database = WatchDatabase.Open(WatchFolder.Of(context));
        var seen = new SeenPapers(database, context.Time);
        var generation = await seen.UpdateAsync(library, cancellationToken);
        var now = context.Time.GetUtcNow();
        var added = new Subscription
        {
            Id = SubscriptionStore.NewId(),
            Kind = SubscriptionKind.Question,
            Text = question,
            Cadence = _options.CadenceOf(context),
            Delivery = delivery,
            Created = now,
            Period = now,
            Told = seen.Last,
            Kept = kept ?? new KeptAnswer(false, []),
            Asked = generation,
        };
        new SubscriptionStore(database).Add(added);
        SubscriptionOutput.WriteAdded(context, added);
    }
}
