using System.CommandLine;
using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat models</c>: what is configured, with keys redacted, tested, and what text leaves the machine.</summary>
internal static class ModelsCommand
{
    private const string NoModel = "No chat model: answers are made of the papers' own sentences. Chat:Model turns one on, with Chat:Provider, Chat:Endpoint and Chat:ApiKey where needed.";

    public static Command Build(CommandRunner runner)
    {
        var command = new Command("models", "Show the configured models, test them, and say what text leaves the machine");
        runner.SetAction(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var chat = ChatModel.Open(context);
        var tested = chat is null ? null : await TestAsync(context, chat, cancellationToken);
        var embeddings = await EmbeddingModelTest.RunAsync(context, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, new ModelsShape(tested, Shape(embeddings)), WireJson.Relaxed.ModelsShape);
        }
        else
        {
            Write(context.Console.Out, tested, Shape(embeddings));
        }

        return tested is { Ok: false, Unavailable: true } || embeddings.Failure is { IsTransient: true } ? ExitCode.ServiceUnavailable
            : tested is { Ok: false } || embeddings.Failure is not null ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<ModelStateShape> TestAsync(CommandContext context, ChatModel chat, CancellationToken cancellationToken)
    {
        var endpoint = chat.Endpoint;
        var state = new ModelStateShape(WireNames.Of(endpoint.Provider), endpoint.Address.ToString(), endpoint.Model, endpoint.RedactedKey, endpoint.IsRemote,
            Sends(endpoint.IsRemote, endpoint.Address, "questions, earlier questions of a conversation, and titles and abstracts of the papers found for them"));
        var began = context.Time.GetTimestamp();
        try
        {
            await chat.Client.GetResponseAsync([new ChatMessage(ChatRole.User, "Reply with OK.")], new ChatOptions { MaxOutputTokens = 16 }, cancellationToken);
            return state with { Ok = true, Ms = WireNames.Milliseconds(context.Time.GetElapsedTime(began)) };
        }
        catch (ModelException failure)
        {
            return state with { Ok = false, Error = failure.Message, Unavailable = failure.IsTransient };
        }
    }

    private static ModelStateShape Shape(EmbeddingModelTest test) => test.Endpoint is { } endpoint
        ? new ModelStateShape(WireNames.Of(endpoint.Provider), endpoint.Address.ToString(), endpoint.Model, endpoint.RedactedKey, endpoint.IsRemote,
            Sends(endpoint.IsRemote, endpoint.Address, "titles and abstracts while papers are ingested, and questions"))
        {
            Ok = test.Failure is null,
            Ms = test.Failure is null ? WireNames.Milliseconds(test.Time) : null,
            Dimensions = test.Dimensions,
            Error = test.Failure?.Message,
        }
        : new ModelStateShape(test.Name is null ? "none" : "local", null, test.Name, null, false, "nothing") { Ok = true, Dimensions = test.Dimensions };

    private static string Sends(bool isRemote, Uri address, string what) =>
        isRemote ? $"{what} go to {address.Host}" : $"nothing leaves this machine: {what} go to {address.Host}, which is this machine";

    private static void Write(TextWriter output, ModelStateShape? chat, ModelStateShape embeddings)
    {
        if (chat is null)
        {
            output.WriteLine(NoModel);
        }
        else
        {
            WriteState(output, "Chat model", chat);
        }

        output.WriteLine();
        WriteState(output, "Embedding model", embeddings);
    }

    private static void WriteState(TextWriter output, string what, ModelStateShape state)
    {
        output.WriteLine(TerminalText.Line($"{what}: {state.Model ?? "none"} ({state.Provider}{(state.Dimensions is { } d ? FormattableString.Invariant($", {d} dimensions") : "")})"));
        if (state.Endpoint is not null)
        {
            output.WriteLine(TerminalText.Line($"  address   {state.Endpoint}"));
            output.WriteLine(TerminalText.Line($"  key       {state.Key}"));
            output.WriteLine(TerminalText.Line(state.Ok ? FormattableString.Invariant($"  test      answered in {state.Ms:0} ms") : $"  test      failed: {state.Error}"));
        }

        output.WriteLine(TerminalText.Line($"  sends     {state.Sends}"));
    }
}
