using System.CommandLine;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat ask QUESTION|-</c>: one answer, or one for each line of standard input.</summary>
internal sealed class AskCommand(LibraryAccess libraries, Argument<string> question, AnswerOptions options)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var question = new Argument<string>("QUESTION") { Description = "The question; - reads one a line (text or JSON) from standard input" };
        var options = new AnswerOptions();
        var command = new Command("ask", "Answer one question") { question };
        options.AddTo(command);
        runner.SetAction(command, new AskCommand(libraries, question, options).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var text = context.Parsed.GetRequiredValue(question);
        if (text != BatchReader.StandardInput)
        {
            QuestionText.Check(text);
        }

        await using var library = options.AsOf(context) is { } day && libraries.OpenAsOfAsync is { } openAsOf
            ? await openAsOf(context, day, cancellationToken)
            : await libraries.OpenOrOfferAsync(context, SampleOffer.For(context), cancellationToken);
        using var model = context.Parsed.GetValue(options.Extractive) ? null : ChatModel.Open(context);
        var pipeline = new AnswerPipeline(library, context.Time, model?.Answering, context.Settings.EmbeddingModel);
        if (text == BatchReader.StandardInput)
        {
            return await Batch.RunAsync(context, (request, token) => AnswerAsync(context, pipeline, request, token), cancellationToken);
        }

        var answer = await AnswerAsync(context, pipeline, new BatchRequest { Question = text }, cancellationToken);
        return answer.Answered ? ExitCode.Done : ExitCode.NoEvidence;
    }

    private async Task<Answer> AnswerAsync(
        CommandContext context, AnswerPipeline pipeline, BatchRequest request, CancellationToken cancellationToken)
    {
        var asked = options.Apply(context, new Question
        {
            Text = QuestionText.Check(request.Question ?? request.Query),
            History = request.History ?? [],
            Filters = FiltersOf(context, request),
            MaxPapers = context.Settings.Limit,
        });
        var events = pipeline.AskAsync(asked, cancellationToken);
        if (!context.Settings.Json)
        {
            return await new AnswerRenderer(ConsoleOutput.Of(context), context.Settings.Quiet).RenderAsync(events, cancellationToken);
        }

        var answer = await AnswerEvents.LastAsync(events, cancellationToken);
        ConsoleOutput.WriteJson(context, AnswerShape.Of(answer, request.Id), WireJson.Relaxed.AnswerShape);
        return answer;
    }

    internal static SearchFilters FiltersOf(CommandContext context, BatchRequest request)
    {
        if (request.Filters is not { } given)
        {
            return context.Settings.Filters;
        }

        return given.TryRead(context.Settings.Filters, out var filters)
            ? filters
            : throw new UsageException("The filter year is a year (2024) or a range (2020..2023, 2023.., ..2019).");
    }
}
