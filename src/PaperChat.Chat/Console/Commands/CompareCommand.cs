using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Comparison;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat compare A B [C ...]</c>: papers side by side, every cell with the passage behind it.</summary>
internal sealed class CompareCommand(LibraryAccess libraries, Argument<string[]> names)
{
    private readonly Option<string?> _query = new("--query") { Description = "Compare the papers that come first for these words", HelpName = "TEXT" };
    private readonly Option<string?> _aspects = new("--aspects") { Description = "Only these rows: " + string.Join(",", ComparisonAspects.All.Select(ComparisonAspects.Name)), HelpName = "A,B" };
    private readonly Option<string?> _format = new("--format") { Description = "As a file: " + string.Join(", ", ComparisonDocument.Formats), HelpName = "FORMAT" };
    private readonly Option<bool> _extractive = new("--extractive") { Description = "In the papers' own words, without a model" };

    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var names = new Argument<string[]>("PAPER") { Description = "Names, titles or ids of two or more papers", Arity = ArgumentArity.ZeroOrMore };
        var compare = new CompareCommand(libraries, names);
        compare._format.AcceptOnlyFromAmong([.. ComparisonDocument.Formats]);
        var command = new Command("compare", "Set papers side by side: a row an aspect, a column a paper") { names, compare._query, compare._aspects, compare._format, compare._extractive };
        runner.SetAction(command, compare.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Parsed.GetValue(names) ?? [];
        var query = context.Parsed.GetValue(_query);
        if (query is null ? wanted.Length < 2 : wanted.Length > 0)
        {
            throw new UsageException("Name two or more papers, or give --query TEXT: paperchat compare \"Routing Transformer\" Combiner");
        }

        if (wanted.Length > PaperComparisons.Most)
        {
            throw new UsageException($"At most {PaperComparisons.Most} papers are set side by side.");
        }

        var aspects = PaperComparisons.Aspects((context.Parsed.GetValue(_aspects) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var extractive = context.Parsed.GetValue(_extractive);
        await using var desk = PaperDesk.Of(context, await libraries.OpenAsync(context, cancellationToken), withModel: !extractive);
        var comparisons = new PaperComparisons(desk);
        var papers = query is null
            ? await comparisons.NamedAsync(wanted, desk.Filters, cancellationToken)
            : await comparisons.FoundAsync(query, desk.Filters, context.Settings.Limit, cancellationToken);
        Write(context, await comparisons.CompareAsync(papers, aspects, extractive, cancellationToken));
        return ExitCode.Done;
    }

    private void Write(CommandContext context, PaperComparison comparison)
    {
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, ComparisonShape.Of(comparison), WireJson.Relaxed.ComparisonShape);
        }
        else if (context.Parsed.GetValue(_format) is { } format)
        {
            context.Console.Out.Write(TerminalText.Block(ComparisonDocument.Write(comparison, format)));
        }
        else
        {
            new ComparisonRenderer(ConsoleOutput.Of(context), context.Settings.Quiet).Write(comparison);
        }
    }
}
