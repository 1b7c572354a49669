using System.CommandLine;
using System.Globalization;
using PaperChat.Peers.Reports;

namespace PaperChat.Peers;

/// <summary>The command line.</summary>
internal static class PeersCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "folder of papers in JSON Lines, plain or gzipped", Required = true };
    private static readonly Option<string> Collections = new("--collections") { Description = "folder of retrieval collections", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "folder for the report; indexes are built and deleted there", Required = true };
    private static readonly Option<string> Papers = new("--papers")
    {
        Description = "sizes of the library; 'all' stands for every real paper, more are mixed from them",
        DefaultValueFactory = _ => "10000,50000,all,500000,1000000",
    };

    private static readonly Option<string> Queries = new("--queries")
    {
        Description = "collections whose questions are asked",
        DefaultValueFactory = _ => "autoscholar,tldr",
    };

    private static readonly Option<double> Minutes = new("--minutes")
    {
        Description = "time for timing each engine at each size",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<double> BuildMinutes = new("--build-minutes")
    {
        Description = "leave an engine out where it would build longer than this, by its rate at the size before",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<string> Engines = new("--engines")
    {
        Description = "only these of paperchat,paperchat-dense,paperchat-hybrid,xapian,lancedb,fts5,scan",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string?> Document = new("--document") { Description = "Markdown document whose figures are renewed" };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures PaperChat and its peers side by side on the same papers and questions.")
        {
            Data, Collections, Out, Papers, Queries, Minutes, BuildMinutes, Engines, Document, EngineCommand(),
        };
        root.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            var options = OptionsOf(parsed);
            Directory.CreateDirectory(options.Out);
            var comparison = new Comparison(options, TimeProvider.System, Console.Error.WriteLine);
            await foreach (var figures in comparison.RunAsync(ScriptFolder(), cancellationToken))
            {
                await ReportWriter.WriteAsync(figures, options, cancellationToken);
            }
        }));
        return root.Parse(args).InvokeAsync();
    }

    private static Command EngineCommand()
    {
        var name = new Argument<string>("name");
        var step = new Argument<string>("step");
        var job = new Argument<string>("job");
        var command = new Command("engine", "One step of one engine; the comparison starts it.") { name, step, job };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => GuardAsync(() => EngineStep.RunAsync(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(step), parsed.GetRequiredValue(job), TimeProvider.System, cancellationToken)));
        return command;
    }

    private static PeersOptions OptionsOf(ParseResult parsed) => new()
    {
        Data = parsed.GetRequiredValue(Data),
        Collections = parsed.GetRequiredValue(Collections),
        Out = parsed.GetRequiredValue(Out),
        Papers = [.. Split(parsed.GetRequiredValue(Papers)).Select(SizeOf)],
        Queries = Split(parsed.GetRequiredValue(Queries)),
        Minutes = parsed.GetRequiredValue(Minutes) is > 0 and var minutes
            ? minutes
            : throw new PaperChatException("--minutes takes a number above 0."),
        BuildMinutes = parsed.GetRequiredValue(BuildMinutes),
        Engines = Split(parsed.GetRequiredValue(Engines)),
        Document = parsed.GetValue(Document),
    };

    private static int SizeOf(string text) =>
        text == "all" ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var papers) && papers > 0 ? papers
        : throw new PaperChatException($"--papers takes whole numbers above 0 and 'all', separated by commas; '{text}' is neither.");

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<int> GuardAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (PaperChatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static string ScriptFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var scripts = Path.Combine(folder.FullName, "bench", "peers");
            if (Directory.Exists(scripts))
            {
                return scripts;
            }
        }

        throw new PaperChatException("The folder bench/peers is not above this program: run it from a clone of the repository.");
    }
}
