using PaperChat.Answering;
using PaperChat.Chat.Console.Prompt;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Session;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Retrieval;
using Spectre.Console;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat [chat]</c>: a conversation at a terminal; otherwise one question a line until the input ends.</summary>
internal sealed class ChatCommand(LibraryOpener open)
{
    private const string PromptText = "> ";

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Settings.Json)
        {
            throw new UsageException("The chat is for people; for programs there is: paperchat ask - --json");
        }

        await FirstRun.PrepareAsync(context, open, cancellationToken);
        await using var library = await open(context, cancellationToken);
        var session = CreateSession(context, library);
        var readLine = context.Console.IsInteractive
            ? await StartAsync(context, session, cancellationToken)
            : Lines(context, session, cancellationToken);
        await new ChatLoop(session, readLine, context.Interruption).RunAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static ChatSession CreateSession(CommandContext context, IPaperLibrary library) => new()
    {
        Console = ConsoleOutput.Of(context),
        Library = library,
        Pipeline = new AnswerPipeline(library, context.Time),
        Search = new PaperSearch(library, context.Time),
        Conversation = new Conversation(context.Settings.Filters),
        OpenAddress = context.Console.IsInteractive ? Browser.TryOpen : _ => false,
        Limit = context.Settings.Limit,
        Quiet = context.Settings.Quiet,
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

        if (!session.Console.Profile.Capabilities.Ansi)
        {
            return token => PlainPromptAsync(context, session.Console, token);
        }

        var file = context.Environment.LocalDataFolder is { } folder ? Path.Combine(folder, "PaperChat", "history") : null;
        var history = await PromptHistory.LoadAsync(file, cancellationToken);
        return new LineEditor(session.Console, PromptText, Palette.Prompt, history).ReadAsync;
    }

    // A terminal that cannot move its cursor edits the line by itself.
    private static async Task<string?> PlainPromptAsync(CommandContext context, IAnsiConsole console, CancellationToken cancellationToken)
    {
        console.Write(PromptText);
        return await context.Console.In.ReadLineAsync(cancellationToken);
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
