using PaperChat.Chat.Console.Commands;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests;

/// <summary>The program with a library in memory and streams that are strings.</summary>
internal sealed class TestProgram(InMemoryPaperLibrary library)
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
        var environment = new HostEnvironment { Variables = Variables };
        var runner = new CommandRunner(console, environment, interruption, Time);
        var exitCode = await runner.RunAsync(ChatCommandLine.Build(runner, Libraries()), arguments);
        return new ProgramResult(exitCode, output.ToString(), error.ToString());
    }

    private LibraryAccess Libraries() => new()
    {
        OpenAsync = (_, _) => Task.FromResult<IPaperLibrary>(library),
        OpenOrOfferAsync = (_, _, _) => Task.FromResult<IPaperLibrary>(library),
        OpenWriterAsync = (_, _) => Task.FromResult(library.OpenWriter()),
        OpenAtAsync = (_, _, _) => Task.FromResult<IPaperLibrary>(Corpus),
        OpenWriterAtAsync = (_, _, _) => Task.FromResult(Corpus.OpenWriter()),
    };

    private InMemoryPaperLibrary Corpus { get; } = new();
}
