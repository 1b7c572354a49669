using PaperChat.Chat.Console.Commands;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests;

/// <summary>The program with a library in memory and streams that are strings.</summary>
internal sealed class TestProgram(IPaperLibrary library)
{
    /// <summary>Variables of the environment, beside the one that names the library.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.OrdinalIgnoreCase) { ["PAPERCHAT_LIBRARY"] = "/library" };

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static async Task<TestProgram> WithPapersAsync() => new(await InMemoryPaperLibrary.OfAsync(TestPapers.All, CancellationToken.None));

    public Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync("", arguments);

    public async Task<ProgramResult> RunAsync(string input, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new ProgramConsole(new StringReader(input), output, error);
        using var interruption = Interruption.Silent();
        return new ProgramResult(await RunAsync(console, interruption, arguments), output.ToString(), error.ToString());
    }

    /// <summary>Runs on a console that the caller watches, until it ends by itself or is interrupted.</summary>
    public Task<int> RunAsync(ProgramConsole console, Interruption interruption, string[] arguments)
    {
        var environment = new HostEnvironment { Variables = Variables };
        var runner = new CommandRunner(console, environment, interruption, Time);
        return runner.RunAsync(ChatCommandLine.Build(runner, Libraries()), arguments);
    }

    private LibraryAccess Libraries() => new()
    {
        OpenAsync = (_, _) => Task.FromResult(library),
        OpenOrOfferAsync = (_, _, _) => Task.FromResult(library),
        OpenWriterAsync = (_, _) => Task.FromResult(((InMemoryPaperLibrary)library).OpenWriter()),
        OpenAtAsync = (_, _, _) => Task.FromResult<IPaperLibrary>(Corpus),
        OpenWriterAtAsync = (_, _, _) => Task.FromResult(Corpus.OpenWriter()),
    };

    private InMemoryPaperLibrary Corpus { get; } = new();
}
