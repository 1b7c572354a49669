using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat search QUERY|-</c>: ranked papers, no answer.</summary>
internal sealed class SearchCommand(
    LibraryAccess libraries, Argument<string> query, Option<RetrievalMode> mode, Option<bool> explain, Option<DateOnly?> asOf)
{
    private const int DefaultLimit = 10;

    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"quoted phrases\", -excluded, year:2023..; - reads one a line from standard input" };
        var mode = ModeOption();
        var explain = new Option<bool>("--explain") { Description = "Show each score term by term" };
        var asOf = AsOfOption.Create();
        var command = new Command("search", "Rank papers for a query, without answering it") { query, mode, explain, asOf };
        runner.SetAction(command, new SearchCommand(libraries, query, mode, explain, asOf).RunAsync);
        return command;
    }

    internal static Option<RetrievalMode> ModeOption()
    {
        var mode = new Option<RetrievalMode>("--mode")
        {
            Description = "lexical, dense or hybrid",
            HelpName = "MODE",
            DefaultValueFactory = _ => RetrievalMode.Hybrid,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (RetrievalModes.TryParse(text, out var found))
                {
                    return found;
                }

                result.AddError($"--mode is lexical, dense or hybrid, not '{TerminalText.Line(text)}'.");
                return default;
            },
        };
        return mode;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var text = context.Parsed.GetRequiredValue(query);
        if (text != BatchReader.StandardInput)
        {
            QuestionText.Check(text);
        }

        await using var library = context.Parsed.GetValue(asOf) is { } day && libraries.OpenAsOfAsync is { } openAsOf
            ? await openAsOf(context, day, cancellationToken)
            : await libraries.OpenAsync(context, cancellationToken);
        var search = new PaperSearch(library, context.Time, context.Settings.EmbeddingModel);
        if (text == BatchReader.StandardInput)
        {
            return await Batch.RunAsync(context, (request, token) => SearchAsync(context, search, request, token), cancellationToken);
        }

        var result = await SearchAsync(context, search, new BatchRequest { Query = text }, cancellationToken);
        return result.Hits.Count > 0 ? ExitCode.Done : ExitCode.NoEvidence;
    }

    private async Task<SearchResult> SearchAsync(
        CommandContext context, PaperSearch search, BatchRequest request, CancellationToken cancellationToken)
    {
        var wanted = new PaperQuery
        {
            Text = QuestionText.Check(request.Query ?? request.Question),
            Filters = AskCommand.FiltersOf(context, request),
            Limit = context.Settings.Limit ?? DefaultLimit,
            Mode = context.Settings.LacksEmbeddingService ? RetrievalMode.Hybrid : context.Parsed.GetValue(mode),
            Explain = context.Parsed.GetValue(explain),
            AsOf = context.Parsed.GetValue(asOf),
        };
        var result = await search.SearchAsync(wanted, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, SearchShape.Of(result, request.Id), WireJson.Relaxed.SearchShape);
        }
        else
        {
            new SearchRenderer(ConsoleOutput.Of(context), context.Settings.Quiet).Write(result);
        }

        return result;
    }
}
