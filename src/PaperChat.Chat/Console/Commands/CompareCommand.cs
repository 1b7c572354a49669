using System.CommandLine;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Comparison;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat compare A B [C ...]</c>: papers side by side, every cell with the passage behind it.</summary>
internal sealed class CompareCommand(LibraryAccess libraries, Argument<string[]> names)
{
    public const int Most = 10;
    private const int FoundByQuery = 3;

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

        if (wanted.Length > Most)
        {
            throw new UsageException($"At most {Most} papers are set side by side.");
        }

        var aspects = Aspects(context.Parsed.GetValue(_aspects));
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var papers = query is null ? await NamedAsync(context, library, wanted, cancellationToken) : await FoundAsync(context, library, query, cancellationToken);
        Write(context, await CompareAsync(context, papers, aspects, cancellationToken));
        return ExitCode.Done;
    }

    private async Task<PaperComparison> CompareAsync(
        CommandContext context, IReadOnlyList<Paper> papers, IReadOnlyList<ComparisonAspect> aspects, CancellationToken cancellationToken)
    {
        var comparison = ComparisonBuilder.Build(papers, aspects);
        using var model = context.Parsed.GetValue(_extractive) ? null : ChatModel.Open(context);
        return model is null ? comparison : await new ModelComparison(model.Client, model.Prompts).RewriteAsync(comparison, cancellationToken);
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

    private static async Task<IReadOnlyList<Paper>> NamedAsync(CommandContext context, IPaperLibrary library, string[] wanted, CancellationToken cancellationToken)
    {
        var lookup = new PaperLookup(library, new AnswerPipeline(library, context.Time, (ModelAnswering?)null, context.Settings.EmbeddingModel), context.Settings.Filters);
        List<Paper> papers = [];
        foreach (var name in wanted)
        {
            var paper = await lookup.FindAsync(name, cancellationToken)
                ?? throw new NotFoundException($"The library holds no paper called '{TerminalText.Line(name)}'; 'paperchat search WORDS' finds papers and their ids.");
            if (papers.FirstOrDefault(p => p.Id == paper.Id) is not null)
            {
                throw new UsageException($"'{TerminalText.Line(name)}' names \"{PaperText.Title(paper)}\" a second time; give papers that differ.");
            }

            papers.Add(paper);
        }

        return papers;
    }

    private static async Task<IReadOnlyList<Paper>> FoundAsync(CommandContext context, IPaperLibrary library, string query, CancellationToken cancellationToken)
    {
        var search = new PaperSearch(library, context.Time, context.Settings.EmbeddingModel);
        var limit = Math.Min(context.Settings.Limit ?? FoundByQuery, Most);
        var result = await search.SearchAsync(new PaperQuery { Text = QuestionText.Check(query), Filters = context.Settings.Filters, Limit = Math.Max(2, limit) }, cancellationToken);
        return result.Hits.Count > 1 ? [.. result.Hits.Select(h => h.Paper)]
            : throw new NotFoundException($"The library holds fewer than two papers on '{TerminalText.Line(query)}'.");
    }

    private static IReadOnlyList<ComparisonAspect> Aspects(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => ComparisonAspects.TryParse(name, out var aspect)
            ? aspect
            : throw new UsageException($"There is no aspect '{TerminalText.Line(name)}'; there are {string.Join(", ", ComparisonAspects.All.Select(ComparisonAspects.Name))}.")).Distinct()];
}
