using PaperChat.Chat.Console.Prompt;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Tests.Json;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.TestSupport;
using Spectre.Console;

namespace PaperChat.Chat.Tests.Console.Session;

public sealed class ChatLoopTests : IDisposable
{
    private readonly Interruption _interruption = Interruption.Silent();
    private readonly List<string> _opened = [];

    public void Dispose() => _interruption.Dispose();

    [Fact]
    public async Task A_question_is_answered_with_its_sources_and_the_quote_can_be_shown()
    {
        var console = new TestConsole().Type("What does LatticeNet reach on Gale?\n/show 1\n");

        await RunAsync(console);

        Assert.Contains("Sources\n[1] LatticeNet: Sparse Routing for Weather Forecasting\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("Ada Moss et al.; ICML 2024; arxiv:2401.00001; https://example.org/lattice", console.Output, StringComparison.Ordinal);
        Assert.Contains(">>", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_say_what_they_need_when_it_is_missing()
    {
        var console = new TestConsole().Type("/show 1\n/open\n/sources\n/history\n/search\n/export x.md\n/papers two\n/papers 9\n/serach\n/\n/filter jear:2\n/filter year:soon\n");

        await RunAsync(console);

        Assert.Contains("There is no list of papers yet", console.Output, StringComparison.Ordinal);
        Assert.Contains("No answer has been given yet.", console.Output, StringComparison.Ordinal);
        Assert.Contains("No question has been asked yet.", console.Output, StringComparison.Ordinal);
        Assert.Contains("Say what to look for", console.Output, StringComparison.Ordinal);
        Assert.Contains("There is nothing to save yet.", console.Output, StringComparison.Ordinal);
        Assert.Contains("A page is a number", console.Output, StringComparison.Ordinal);
        Assert.Contains("The last page is /papers 1", console.Output, StringComparison.Ordinal);
        Assert.Contains("There is no command /serach. Did you mean /search, /show, /similar?", console.Output, StringComparison.Ordinal);
        Assert.Contains("Not understood: jear:2", console.Output, StringComparison.Ordinal);
        Assert.Contains("A year is 2024", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_stands_in_the_help_and_it_fits_a_screen_of_24_lines_of_80_columns()
    {
        var console = new TestConsole().Type("/help\n");

        await RunAsync(console);

        Assert.All(SlashCommands.All, c => Assert.Contains("\n/" + c.Name, console.Output, StringComparison.Ordinal));
        Assert.All(console.Output.Split('\n'), l => Assert.True(l.Length <= 80, l));
        var help = console.Output[(console.Output.IndexOf("/help", StringComparison.Ordinal) + 6)..];
        Assert.InRange(help.Split('\n').Length, 10, 23);
    }

    [Fact]
    public async Task Numbers_mean_the_papers_of_the_last_list()
    {
        var console = new TestConsole().Type("/search tidal survey\n/show 1\n/search LatticeNet\n/open 1\n/open 9\n");

        await RunAsync(console);

        Assert.Contains("Tides are modelled with harmonic series.", console.Output, StringComparison.Ordinal);
        Assert.Equal(["https://example.org/lattice"], _opened);
        Assert.Contains("Give the number of a paper in the last list", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_holds_until_it_is_taken_away()
    {
        var console = new TestConsole().Type("/filter year:..2019\n/search LatticeNet\n/new\n/filter off\n/search LatticeNet\n");

        await RunAsync(console);

        Assert.Contains("Searched now: 0 papers with year:..2019 (", console.Output, StringComparison.Ordinal);
        Assert.Contains("No paper matches.", console.Output, StringComparison.Ordinal);
        Assert.Contains("The filter stays: year:..2019", console.Output, StringComparison.Ordinal);
        Assert.Contains("1.  LatticeNet", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quit_and_the_end_of_the_input_both_leave()
    {
        var quit = new TestConsole().Type("/quit\n/help\n");
        var end = new TestConsole();

        await RunAsync(quit);
        await RunAsync(end);

        Assert.DoesNotContain("/papers", quit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_interruption_at_the_prompt_warns_and_a_second_one_leaves()
    {
        var console = new TestConsole().Type("half a quest").Do(() => Assert.True(_interruption.Interrupt())).Do(() => Assert.True(_interruption.Interrupt()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(console));

        Assert.Contains("Press Ctrl+C again or Ctrl+D to leave.", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_between_two_interruptions_forgives_the_first()
    {
        var console = new TestConsole().Do(() => _interruption.Interrupt()).Type("/history\n").Do(() => _interruption.Interrupt());

        await RunAsync(console);

        Assert.Equal(3, console.Output.Split("Ctrl+D to leave").Length);
    }

    [Fact]
    public async Task Export_saves_the_conversation_and_never_overwrites()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("talk.md");
        var console = new TestConsole().Type($"coral bleaching\n/export {file}\n/export {file}\n");

        await RunAsync(console);

        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("## coral bleaching\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("exists already", console.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_has_the_bibliography_and_what_is_needed_to_repeat_it()
    {
        using var folder = new TemporaryFolder();
        var (markdown, json) = (folder.File("talk.md"), folder.File("talk.json"));
        var console = new TestConsole().Type($"/filter year:2024\nWhat accuracy does LatticeNet reach?\n/export {markdown}\n/export {json}\n");

        await RunAsync(console);

        var text = await File.ReadAllTextAsync(markdown);
        Assert.Contains("@inproceedings{moss2024latticenet,", text, StringComparison.Ordinal);
        Assert.Contains("- Filters: year:2024", text, StringComparison.Ordinal);
        Assert.Contains("Model: none", text, StringComparison.Ordinal);
        Assert.Contains("analyser paperchat-en", text, StringComparison.Ordinal);
        var conversation = PaperChatSchema.Object("conversation", await File.ReadAllTextAsync(json));
        Assert.Equal("What accuracy does LatticeNet reach?", conversation.GetProperty("turns")[0].GetProperty("answer").GetProperty("question").GetString());
        Assert.Equal("moss2024latticenet", conversation.GetProperty("bibliography")[0].GetProperty("key").GetString());
        Assert.Equal(["talk.json", "talk.md"], Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://example.org/a?b=c", true)]
    [InlineData("http://example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("--version", false)]
    [InlineData("calc.exe", false)]
    public void Only_web_addresses_are_opened(string address, bool opened) => Assert.Equal(opened, Browser.Parse(address) is not null);

    [Fact]
    public void Example_questions_come_from_the_titles()
    {
        Assert.Equal(
            ["What is LatticeNet?", "Which papers are about weather forecasting?", "What is new in \"A Survey of Tidal Modelling\"?"],
            ExampleQuestions.Of([TestPapers.Lattice, TestPapers.Summary]));
        Assert.Empty(ExampleQuestions.Of([]));
    }

    [Fact]
    public void The_welcome_says_what_is_there_and_what_to_type_in_80_columns()
    {
        var console = new TestConsole();
        var state = new LibraryState { Generation = 1, Papers = 64, Chunks = 64, Summaries = 64, LastListed = new(null, 7, 28) };

        Welcome.Write(console, state, ["What is LatticeNet?"]);

        Assert.Equal(
            """
            PaperChat answers questions about research papers with sentences of the papers
            themselves, and cites every one.
            In the library: 64 papers, listed up to 28 July. Each is a summary written for
            the sample, not the abstract.

            Type a question and press Enter. For example:
              What is LatticeNet?

            A number such as [1] names the source: /show 1 shows the quoted words in its
            abstract, /open 1 its page.
            /help lists all commands; /quit or Ctrl+D leaves.


            """.ReplaceLineEndings("\n"),
            console.Output);
    }

    private async Task RunAsync(TestConsole console)
    {
        var library = await InMemoryPaperLibrary.OfAsync(TestPapers.All, CancellationToken.None);
        var session = TestSessions.Over(library, console, openAddress: address =>
        {
            _opened.Add(address);
            return true;
        });
        var editor = new LineEditor(console, "> ", Style.Plain, await PromptHistory.LoadAsync(null, CancellationToken.None));
        await new ChatLoop(session, editor.ReadAsync, _interruption).RunAsync(_interruption.Token);
    }
}
