using PaperChat.Chat.Tests.Json;
using PaperChat.Papers;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.Chat.Tests.Console.Reviewing;

public sealed class ReviewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static Paper[] Papers { get; } =
    [
        Of(1, "EchoReef: Mapping Reefs by Sonar Imaging", "Reef maps are costly, and divers suffer from limited time. We propose EchoReef, which maps reefs by sonar imaging. It achieves an accuracy of 91.5% on the ReefBank data set."),
        Of(2, "Sonar Imaging of Reefs at Night", "We introduce a sonar imaging protocol for reefs at night. Results show that sonar imaging finds 20% more sponges than cameras."),
        Of(3, "Coral Nurseries on Ropes for Reefs", "We propose coral nurseries on ropes that restore reefs. Corals of nurseries outperform those of tables."),
        Of(4, "Heat in Coral Nurseries of \u001b[31mReefs", "This paper studies heat in coral nurseries of reefs. We find that coral nurseries with shade survive."),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_review_is_written_as_a_whole_folder_and_its_outline_is_shown()
    {
        var result = await (await ProgramAsync()).RunAsync("review", "reefs", "--out", _folder.File("review"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("    EchoReef: Mapping Reefs by Sonar Imaging (2024)", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
        Assert.Equal("Searching the library\nGrouping the papers into themes\nWriting the sections\n", result.Error);
        Assert.Equal(
            ["ledger.json", "map.svg", "outline.md", "references.bib", "review.html", "review.md", "review.tex", "timeline.svg"],
            Directory.GetFiles(_folder.File("review")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([_folder.File("review")], Directory.GetFileSystemEntries(_folder.Path));
        var ledger = await File.ReadAllTextAsync(Path.Combine(_folder.File("review"), "ledger.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\u001b", ledger, StringComparison.Ordinal);
        PaperChatSchema.Object("review", ledger);
    }

    [Fact]
    public async Task A_folder_with_files_is_left_as_it_is_unless_told_otherwise()
    {
        var program = await ProgramAsync();
        Directory.CreateDirectory(_folder.File("mine"));
        var mine = _folder.Write(Path.Combine("mine", "review.md"), "my words");

        var refused = await program.RunAsync("review", "reefs", "--out", _folder.File("mine"));
        var before = await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken);
        var replaced = await program.RunAsync("review", "reefs", "--out", _folder.File("mine"), "--overwrite");

        Assert.Equal((2, "my words"), (refused.ExitCode, before));
        Assert.Contains("--overwrite", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, replaced.ExitCode);
        Assert.StartsWith("# Reefs", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "# Reefs")]
    [InlineData("latex", "\\documentclass")]
    [InlineData("html", "<!DOCTYPE html>")]
    public async Task Without_a_folder_the_text_goes_to_standard_output(string format, string start)
    {
        var result = await (await ProgramAsync()).RunAsync("review", "reefs", "--format", format, "--quiet");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith(start, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_tells_every_sentence_with_its_spans()
    {
        var result = await (await ProgramAsync()).RunAsync("review", "reefs", "--json");

        var review = PaperChatSchema.Object("review", result.Output);
        Assert.All(review.GetProperty("sentences").EnumerateArray(), s =>
        {
            var span = s.GetProperty("spans")[0];
            var paper = Papers.Single(p => p.Id.Value == span.GetProperty("paper").GetString());
            Assert.Equal(paper.Abstract.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()), span.GetProperty("quote").GetString());
        });
    }

    [Fact]
    public async Task An_edited_outline_is_followed()
    {
        var file = _folder.Write("outline.md", "# Reefs\n\n## Mine alone\n\n- `arxiv:2401.00003` whatever\n");

        var result = await (await ProgramAsync()).RunAsync("review", "reefs", "--outline", file, "--json");

        var theme = Assert.Single(PaperChatSchema.Object("review", result.Output).GetProperty("themes").EnumerateArray());
        Assert.Equal("Mine alone", theme.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(3, "review", "superconducting magnets")]
    [InlineData(2, "review", "reefs", "--papers", "0")]
    [InlineData(2, "review", "reefs", "--format", "word")]
    [InlineData(2, "verify", "nowhere.md")]
    public async Task What_cannot_be_done_is_said_with_its_exit_code(int exitCode, params string[] arguments)
    {
        var result = await (await ProgramAsync()).RunAsync(arguments);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.NotEqual("", result.Error);
    }

    [Fact]
    public async Task A_draft_holds_until_it_is_changed_for_the_worse()
    {
        var program = await ProgramAsync();
        await program.RunAsync("review", "reefs", "--out", _folder.File("review"));
        var draft = Path.Combine(_folder.File("review"), "review.md");

        var whole = await program.RunAsync("verify", draft);
        var text = await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(draft, text.Replace("finds 20% more", "finds 40% more", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var changed = await program.RunAsync("verify", draft);
        var json = await program.RunAsync("verify", draft, "--json");

        Assert.True(whole.ExitCode == 0, whole.ToString());
        Assert.Equal(1, changed.ExitCode);
        var line = 1 + text[..text.IndexOf("finds 20% more", StringComparison.Ordinal)].Count(c => c == '\n');
        Assert.StartsWith(FormattableString.Invariant($"{draft}:{line}: It stands in quotation marks"), changed.Output, StringComparison.Ordinal);
        var check = PaperChatSchema.Object("draftCheck", json.Output);
        Assert.False(check.GetProperty("holds").GetBoolean());
        Assert.Equal("misquoted", check.GetProperty("findings")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_bibliography_alone_says_which_papers_a_draft_cites()
    {
        var program = await ProgramAsync();
        var bibliography = _folder.Write("mine.bib", "@misc{echo, eprint = {2401.00001}}\n");
        var draft = _folder.Write("draft.md", "EchoReef maps reefs by sonar imaging [@echo].\n");

        var without = await program.RunAsync("verify", draft);
        var with = await program.RunAsync("verify", draft, "--bibliography", bibliography);

        Assert.Equal(2, without.ExitCode);
        Assert.Contains("--bibliography", without.Error, StringComparison.Ordinal);
        Assert.True(with.ExitCode == 0, with.ToString());
        Assert.Equal("1 of 1 sentences and cells hold.\n", with.Output);
    }

    [Fact]
    public async Task A_broken_ledger_is_named()
    {
        var draft = _folder.Write("draft.md", "Nothing [@a].\n");
        var ledger = _folder.Write("ledger.json", "{ not JSON");

        var result = await (await ProgramAsync()).RunAsync("verify", draft);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(ledger, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_chat_a_review_lists_papers_under_numbers()
    {
        var console = new TestConsole();
        var session = TestSessions.Over(await InMemoryPaperLibrary.OfAsync(Papers, TestContext.Current.CancellationToken), console);

        await session.HandleAsync("/review reefs", TestContext.Current.CancellationToken);

        Assert.Equal(4, session.Conversation.Listed.Count);
        Assert.Contains("[4]", console.Output, StringComparison.Ordinal);
        Assert.Contains("A digest of quotations, without a model. 4 papers of 4 found in 4", console.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31m", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_s_stream_that_is_cut_leaves_whole_sentences_and_says_so()
    {
        await using var server = await ModelServer.StartAsync(r => r.Streams
            ? new ModelReply($"EchoReef maps reefs by sonar imaging [{KeyOf("EchoReef", r)}]. Sonar imaging finds 20% more sponges than cameras [1].") { CutAfter = 14, CutsQuietly = true }
            : new ModelReply(""));

        var result = await (await ProgramAsync(server)).RunAsync("review", "reefs", "--json");

        var review = PaperChatSchema.Object("review", result.Output);
        Assert.Equal(("model", false, "model-cut-off"), (review.GetProperty("mode").GetString(), review.GetProperty("complete").GetBoolean(), review.GetProperty("fallback").GetProperty("code").GetString()));
        Assert.Contains(review.GetProperty("sentences").EnumerateArray(), s => s.TryGetProperty("written", out _) && s.GetProperty("text").GetString() == "EchoReef maps reefs by sonar imaging.");
        Assert.Equal(3, review.GetProperty("prompts").GetArrayLength());
    }

    [Fact]
    public async Task A_model_that_is_down_leaves_the_digest_and_a_word_on_standard_error()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("No such key") { Status = 401 });

        var result = await (await ProgramAsync(server)).RunAsync("review", "reefs", "--out", _folder.File("review"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("The model did not do all of its part", result.Error, StringComparison.Ordinal);
        Assert.Contains("does not accept the key", result.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Extractive_reviews_ask_no_model()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("Never"));

        var result = await (await ProgramAsync(server)).RunAsync("review", "reefs", "--extractive", "--json");

        Assert.Equal("extractive", PaperChatSchema.Object("review", result.Output).GetProperty("mode").GetString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_model_s_sections_are_counted_on_standard_error_as_they_are_done()
    {
        await using var server = await ModelServer.StartAsync(r => new ModelReply(r.Streams ? "Nothing of this holds [1]." : ""));

        var result = await (await ProgramAsync(server)).RunAsync("review", "reefs", "--out", _folder.File("review"));

        Assert.StartsWith("Searching the library\nGrouping the papers into themes\nNaming and ordering the themes\nWriting the sections: 0 of ", result.Error, StringComparison.Ordinal);
        Assert.Contains("not borne out by the papers that they cite and were left out.", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    // 99, which no paper has, in the section of other papers.
    private static string KeyOf(string title, ModelRequest request) =>
        System.Text.RegularExpressions.Regex.Match(request.TextOf("user"), @"\[(\d+)\] " + title) is { Success: true } found ? found.Groups[1].Value : "99";

    private static async Task<TestProgram> ProgramAsync(ModelServer server)
    {
        var program = await ProgramAsync();
        program.Variables["PAPERCHAT__CHAT__MODEL"] = "test-model";
        program.Variables["PAPERCHAT__CHAT__ENDPOINT"] = server.Address.ToString();
        program.Variables["PAPERCHAT__CHAT__APIKEY"] = "sk-test-0123456789abcdefghijklmnop";
        return program;
    }

    private static async Task<TestProgram> ProgramAsync() => new(await InMemoryPaperLibrary.OfAsync(Papers, TestContext.Current.CancellationToken));

    private static Paper Of(int number, string title, string text) => new()
    {
        Id = new PaperId(FormattableString.Invariant($"arxiv:2401.{number:D5}")),
        Arxiv = FormattableString.Invariant($"2401.{number:D5}"),
        Title = title,
        Abstract = text,
        Year = 2024,
        Authors = ["Ada Moss"],
    };
}
