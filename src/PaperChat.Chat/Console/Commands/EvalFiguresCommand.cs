using System.CommandLine;
using System.Globalization;
using PaperChat.Evaluation;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat eval figures FILE</c>: the extraction of reported figures against labelled sentences of the library's papers.</summary>
internal sealed class EvalFiguresCommand(LibraryAccess libraries, Argument<string> file)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var file = new Argument<string>("FILE") { Description = "Labelled sentences, one JSON object a line: paper, start, end, half, tuples" };
        var command = new Command("figures", "Measure the extraction of (method, data set, metric, value); --verbose lists what is wrong") { file };
        runner.SetAction(command, new EvalFiguresCommand(libraries, file).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cases = await FigureFile.ReadAsync(context.Parsed.GetRequiredValue(file), cancellationToken);
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var papers = (await library.GetAsync([.. cases.Select(c => c.Paper).Distinct()], cancellationToken)).ToDictionary(p => p.Id);
        FigureCase[] known = [.. cases.Where(c => papers.TryGetValue(c.Paper, out var paper) && paper.Abstract.Length >= c.End)];
        var scores = FigureEvaluation.Score(known, c => papers[c.Paper], context.Settings.Verbose ? Tell : null);
        if (known.Length < cases.Count)
        {
            context.Note($"{cases.Count - known.Length} of {cases.Count} sentences are of papers that the library does not hold under these ids.");
        }

        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, [.. scores], EvaluationJson.Default.FigureScoreArray);
            return ExitCode.Done;
        }

        foreach (var score in scores)
        {
            await context.Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{score.Half,-9} {score.Sentences,4} sentences {score.Labelled,4} figures  precision {score.Precision:F3}  recall {score.Recall:F3}  (value and metric alone: {score.PairPrecision:F3}, {score.PairRecall:F3}; certain ones alone: {score.CertainPrecision:F3}, {score.CertainRecall:F3})"));
        }

        return ExitCode.Done;

        void Tell(FigureCase about, string sentence, string what) =>
            context.Console.Out.WriteLine(TerminalText.Line($"{about.Half} {about.Paper} {what}   [{sentence}]"));
    }
}
