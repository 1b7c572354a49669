using System.Text.Json;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary>
/// Questions from standard input, one a line. A line that cannot be answered gives an error in its place, and the rest goes on.
/// </summary>
internal static class Batch
{
    public static async Task<int> RunAsync<T>(
        CommandContext context, Func<BatchRequest, CancellationToken, Task<T>> answer, CancellationToken cancellationToken)
    {
        var exitCode = ExitCode.Done;
        var number = 0;
        await foreach (var line in BatchReader.LinesAsync(context.Console.In, cancellationToken))
        {
            number++;
            if (line is not null && string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var request = new BatchRequest();
            try
            {
                request = Read(line, out var isJson);
                WriteHeading(context, request, isJson);
                await answer(request, cancellationToken);
            }
            catch (PaperChatException exception)
            {
                exitCode = Math.Max(exitCode, Report(context, Failure.Of(exception), request.Id ?? IdOf(line), number));
            }

            Separate(context);
        }

        return exitCode;
    }

    private static BatchRequest Read(string? line, out bool isJson)
    {
        isJson = false;
        if (line is null)
        {
            throw new UsageException($"The line is longer than {BatchReader.MaxLineLength:N0} characters.");
        }

        var text = line.TrimStart('\uFEFF').Trim();
        isJson = text.StartsWith('{');
        return isJson ? ReadObject(text) : new BatchRequest { Question = text };
    }

    private static BatchRequest ReadObject(string text)
    {
        try
        {
            var request = JsonSerializer.Deserialize(text, WireJson.Relaxed.BatchRequest) ?? new BatchRequest();
            return request.Id is { ValueKind: JsonValueKind.Null } ? request with { Id = null } : request;
        }
        catch (JsonException exception)
        {
            throw new UsageException($"The line is not a question as JSON: {exception.Message}", exception);
        }
    }

    // The id makes an error useful even where something else of the object is wrong.
    private static JsonElement? IdOf(string? line)
    {
        try
        {
            using var document = JsonDocument.Parse(line ?? "");
            var isObject = document.RootElement.ValueKind == JsonValueKind.Object;
            return isObject && document.RootElement.TryGetProperty("id", out var id) ? id.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Report(CommandContext context, Failure failure, JsonElement? id, int line)
    {
        context.Console.Error.WriteLine($"line {line}: {TerminalText.Line(failure.Message)}");
        if (context.Settings.Json)
        {
            // In the place of the answer, so that the lines of output still stand for the lines of input.
            ConsoleOutput.WriteJson(context, new ErrorShape(id, new ErrorDetailShape(failure.Code, failure.Message)), WireJson.Relaxed.ErrorShape);
        }

        return failure.ExitCode == ExitCode.ServiceUnavailable ? ExitCode.ServiceUnavailable : ExitCode.Failed;
    }

    private static void WriteHeading(CommandContext context, BatchRequest request, bool isJson)
    {
        if (!context.Settings.Json)
        {
            var id = isJson && request.Id is { } given ? $"{given} " : "";
            context.Console.Out.WriteLine(TerminalText.Line($"> {id}{request.Question ?? request.Query}"));
        }
    }

    private static void Separate(CommandContext context)
    {
        if (!context.Settings.Json)
        {
            context.Console.Out.WriteLine();
        }
    }
}
