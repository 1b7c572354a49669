using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Evaluation;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat eval verify FILE</c>: true and corrupted sentences against the papers of the library that they cite.</summary>
internal sealed class EvalVerifyCommand(LibraryAccess libraries, Argument<string> file)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var file = new Argument<string>("FILE") { Description = "Sentences, one JSON object a line: id, sentence, cites, label, kind" };
        var command = new Command("verify", "Measure the sentence verifier: detection and false alarms") { file };
        runner.SetAction(command, new EvalVerifyCommand(libraries, file).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Parsed.GetRequiredValue(file);
        var cases = await VerificationFile.ReadAsync(path, cancellationToken);
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var result = await new VerificationEvaluation(library, context.Time).RunAsync(Path.GetFileNameWithoutExtension(path), cases, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, result, EvaluationJson.Default.VerificationResult);
        }
        else
        {
            EvaluationRenderer.Write(context.Console.Out, result);
        }

        return ExitCode.Done;
    }
}
