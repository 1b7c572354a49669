using System.CommandLine;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Evaluation;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat eval answers FILE</c>: questions with gold papers and required facts against the library.</summary>
internal sealed class EvalAnswersCommand(LibraryAccess libraries, Argument<string> file, Option<string?> plot, Option<bool> heldOut, Option<bool> extractive)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var file = new Argument<string>("FILE") { Description = "Questions, one JSON object a line: id, type, question, gold_titles, answer_must" };
        var plot = new Option<string?>("--plot") { Description = "Draw the risk-coverage curve into this SVG file", HelpName = "FILE" };
        var heldOut = new Option<bool>("--held-out") { Description = "Ask again with each question's papers taken out of the library" };
        var extractive = new Option<bool>("--extractive") { Description = "Answer in the papers' own sentences, without a model" };
        var command = new Command("answers", "Measure answers: recall, facts, citations, refusals") { file, plot, heldOut, extractive };
        runner.SetAction(command, new EvalAnswersCommand(libraries, file, plot, heldOut, extractive).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Parsed.GetRequiredValue(file);
        var questions = await QuestionFile.ReadAsync(path, cancellationToken);
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        using var model = context.Parsed.GetValue(extractive) ? null : ChatModel.Open(context);
        var evaluation = new AnswerEvaluation(library, l => new AnswerPipeline(l, context.Time, model?.Answering, context.Settings.EmbeddingModel).AskAsync, context.Time);
        var result = await evaluation.RunAsync(Path.GetFileNameWithoutExtension(path), questions, cancellationToken);
        if (context.Parsed.GetValue(heldOut))
        {
            result = result with { HeldOut = await evaluation.RunHeldOutAsync(questions, cancellationToken) };
        }

        await DrawAsync(context.Parsed.GetValue(plot), result, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, result, EvaluationJson.Default.AnswerEvaluationResult);
        }
        else
        {
            EvaluationRenderer.Write(context.Console.Out, result);
        }

        return ExitCode.Done;
    }

    private static async Task DrawAsync(string? path, AnswerEvaluationResult result, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return;
        }

        List<RiskCoverageSeries> series =
        [
            new RiskCoverageSeries("all questions", result.RiskCoverage),
            new RiskCoverageSeries("without paraphrases", result.RiskCoverageBounded),
        ];
        if (result.HeldOut is { } without)
        {
            series.Add(new RiskCoverageSeries("and again without their papers", without.RiskCoverageWith(result.Rows ?? [])));
        }

        await File.WriteAllTextAsync(path, RiskCoveragePlot.Draw($"Risk and coverage: {result.Dataset}", series), cancellationToken);
    }
}
