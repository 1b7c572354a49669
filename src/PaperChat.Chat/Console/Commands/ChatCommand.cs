using PaperChat.Answering;
using PaperChat.Chat.Console.Prompt;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using PaperChat.Comparison;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Retrieval;
using PaperChat.Review;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat [chat]</c>: a conversation at a terminal; otherwise one question a line until the input ends.</summary>
internal sealed class ChatCommand(LibraryAccess libraries)
{
    private const string PromptText = "> ";

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Settings.Json)
        {
            throw new UsageException("The chat is for people; for programs there is: paperchat ask - --json");
        }

        await using var library = await libraries.OpenOrOfferAsync(context, SampleOffer.For(context), cancellationToken);
        using var model = ChatModel.Open(context);
        var session = CreateSession(context, library, model);
        var readLine = context.Console.IsInteractive
            ? await StartAsync(context, session, cancellationToken)
            : Lines(context, session, cancellationToken);
        await new ChatLoop(session, readLine, context.Interruption).RunAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static ChatSession CreateSession(CommandContext context, IPaperLibrary library, ChatModel? model) => new()
    {
        Console = ConsoleOutput.Of(context),
        Library = library,
        Pipeline = new AnswerPipeline(library, context.Time, model?.Answering, context.Settings.EmbeddingModel),
        Search = new PaperSearch(library, context.Time, context.Settings.EmbeddingModel),
        Similar = new SimilarPapers(library, context.Time, context.Settings.EmbeddingModel),
        Reviews = new ReviewBuilder(library, context.Time, context.Settings.EmbeddingModel, model?.Reviewing),
        Comparison = model is null ? null : new ModelComparison(model.Client, model.Prompts),
        Time = context.Time,
        Conversation = new Conversation(context.Settings.Filters),
        OpenAddress = context.Console.IsInteractive ? Browser.TryOpen : _ => false,
        Limit = context.Settings.Limit,
        Quiet = context.Settings.Quiet,
        ShowsProgress = context.Console.IsInteractive && !context.Settings.Quiet,
        SuggestsNext = context.Console.IsInteractive && !context.Settings.Quiet,
    };

    private static async Task<Func<CancellationToken, Task<string?>>> StartAsync(
        CommandContext context, ChatSession session, CancellationToken cancellationToken)
    {
        if (!context.Settings.Quiet)
        {
            var state = await session.Library.GetStateAsync(cancellationToken);
            var examples = await ExampleQuestions.FromAsync(session.Library, cancellationToken);
            Welcome.Write(session.Console, state, examples);
        }

        var file = context.Environment.LocalDataFolder is { } folder ? Path.Combine(folder, "PaperChat", "history") : null;
        var history = await PromptHistory.LoadAsync(file, cancellationToken);
        return PromptReader.For(context, PromptText, history);
    }

    // The question is repeated before its answer, because nobody sees it being typed.
    private static Func<CancellationToken, Task<string?>> Lines(CommandContext context, ChatSession session, CancellationToken cancellationToken)
    {
        var lines = BatchReader.LinesAsync(context.Console.In, cancellationToken).GetAsyncEnumerator(cancellationToken);
        return async token =>
        {
            while (await lines.MoveNextAsync())
            {
                var line = (lines.Current ?? new string('?', QuestionText.MaxLength + 1)).TrimStart('\uFEFF').Trim();
                if (line.Length > 0)
                {
                    if (!context.Settings.Quiet)
                    {
                        session.Say(PromptText + (line.Length > QuestionText.MaxLength ? "..." : line));
                    }

                    return line;
                }
            }

            await lines.DisposeAsync();
            return null;
        };
    }
}
