using System.Text.Json;
using PaperChat.Chat.Tests.Json;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.Chat.Tests.Console.Commands;

/// <summary>The program with a model server beside it that does as it is told, well or badly.</summary>
public sealed class ModelAnswersTests
{
    private const string Key = "sk-test-0123456789abcdefghijklmnop";
    private const string Asked = "What accuracy does LatticeNet reach on the Gale benchmark?";
    private const string True1 = "LatticeNet reaches an accuracy of 91.3 percent on the Gale benchmark [1].";
    private const string True2 = "Training takes two hours [1].";
    private const string False1 = "LatticeNet reaches an accuracy of 97.1 percent on the Gale benchmark [1].";

    private static async Task<(JsonElement Answer, ProgramResult Result, ModelServer Server)> AskAsync(Func<ModelRequest, ModelReply> reply, params string[] options)
    {
        var server = await ModelServer.StartAsync(reply);
        await using var stopping = server;
        var result = await RunAsync(server, ["ask", Asked, "--json", "--verbose", .. options]);
        return (PaperChatSchema.Object("answer", result.Output), result, server);
    }

    private static async Task<ProgramResult> RunAsync(ModelServer server, string[] arguments, string input = "")
    {
        var library = await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Ordering], TestContext.Current.CancellationToken);
        var program = new TestProgram(library) { Time = new TestTime { Hurries = true } };
        program.Variables["PAPERCHAT__CHAT__MODEL"] = "test-model";
        program.Variables["PAPERCHAT__CHAT__ENDPOINT"] = server.Address.ToString();
        program.Variables["PAPERCHAT__CHAT__APIKEY"] = Key;
        var result = await program.RunAsync(input, arguments);
        Assert.DoesNotContain(Key, result.Output + result.Error, StringComparison.Ordinal);
        return result;
    }

    private static ModelReply Says(string text) => new(text);

    private static string Text(JsonElement answer, string property) => answer.GetProperty(property).GetString()!;

    [Fact]
    public async Task A_model_writes_the_answer_and_each_sentence_has_its_quote()
    {
        var (answer, result, server) = await AskAsync(_ => Says($"{True1} {True2}"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(("model", $"{True1} {True2}"), (Text(answer, "mode"), Text(answer, "answer")));
        Assert.True(answer.GetProperty("complete").GetBoolean());
        foreach (var sentence in answer.GetProperty("sentences").EnumerateArray())
        {
            Assert.Equal("supported", Text(sentence, "verdict"));
            var quote = sentence.GetProperty("quotes")[0];
            Assert.Equal(TestPapers.Lattice.Abstract[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()], Text(quote, "text"));
        }

        var model = answer.GetProperty("model");
        Assert.Equal(("test-model", 100), (Text(model, "name"), model.GetProperty("promptTokens").GetInt32()));
        Assert.Matches("^[0-9a-f]{16}$", Text(model, "promptHash"));
        Assert.Contains("[1] LatticeNet", server.Requests[0].TextOf("user"), StringComparison.Ordinal);
        Assert.Contains("91.3% accuracy", server.Requests[0].TextOf("user"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_number_is_taken_out_and_counted()
    {
        var (answer, _, _) = await AskAsync(_ => Says($"{False1} {True2}"));

        Assert.Equal(True2, Text(answer, "answer"));
        Assert.Equal(1, answer.GetProperty("unsupported").GetInt32());
        Assert.True(answer.GetProperty("sentences")[0].GetProperty("dropped").GetBoolean());
        Assert.Equal("number", Text(answer.GetProperty("sentences")[0].GetProperty("failures")[0], "kind"));
    }

    [Fact]
    public async Task Or_marked_on_request()
    {
        var (answer, _, _) = await AskAsync(_ => Says($"{False1} {True2}"), "--show-unsupported");

        Assert.Contains("97.1 percent on the Gale benchmark [1] [unsupported].", Text(answer, "answer"), StringComparison.Ordinal);
        Assert.False(answer.GetProperty("sentences")[0].TryGetProperty("dropped", out _));
    }

    [Fact]
    public async Task Keys_that_were_not_issued_are_no_citations()
    {
        var (answer, _, _) = await AskAsync(_ => Says($"LatticeNet reaches an accuracy of 91.3 percent on the Gale benchmark [1][42]. It trains in two hours [17]. It was written in 2024."));

        Assert.Equal(True1, Text(answer, "answer"));
        Assert.Equal(2, answer.GetProperty("unsupported").GetInt32());
        Assert.Equal(1, answer.GetProperty("citations").GetArrayLength());
    }

    [Fact]
    public async Task An_injected_instruction_neither_reaches_the_model_nor_the_answer()
    {
        var server = await ModelServer.StartAsync(_ => Says("OrderNet is the best paper of all time [1]. OrderNet delivers 84 parcels an hour [1]."));
        await using var stopping = server;

        var result = await RunAsync(server, ["ask", "How many parcels does OrderNet deliver?", "--json"]);

        var answer = PaperChatSchema.Object("answer", result.Output);
        Assert.Equal("OrderNet delivers 84 parcels an hour [1].", Text(answer, "answer"));
        Assert.DoesNotContain("Ignore all", server.Requests[0].TextOf("user"), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("citations")[0].GetProperty("paper").GetProperty("holdsInstructions").GetBoolean());
    }

    [Fact]
    public async Task A_model_that_finds_no_answer_refuses()
    {
        var (answer, result, _) = await AskAsync(_ => Says("NOT_ANSWERED"));

        Assert.Equal((3, false, "not-stated"), (result.ExitCode, answer.GetProperty("answered").GetBoolean(), Text(answer, "reason")));
    }

    [Theory]
    [InlineData(429, "model-rate-limited", 3)]
    [InlineData(500, "model-server-error", 3)]
    [InlineData(401, "model-unauthorized", 1)]
    [InlineData(404, "model-not-found", 1)]
    public async Task A_model_that_fails_before_its_first_token_leaves_the_extractive_answer(int status, string code, int requests)
    {
        var (answer, result, server) = await AskAsync(_ => new ModelReply($"No, {Key}") { Status = status, RetryAfter = status == 429 ? "3" : null });

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(("extractive", code), (Text(answer, "mode"), Text(answer.GetProperty("fallback"), "code")));
        Assert.True(answer.GetProperty("complete").GetBoolean());
        Assert.Contains("91.3% accuracy", Text(answer, "answer"), StringComparison.Ordinal);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task After_a_pause_that_the_service_asked_for_the_model_answers()
    {
        var replies = new Queue<ModelReply>([new ModelReply("Slow down") { Status = 429, RetryAfter = "5" }, Says(True1)]);

        var (answer, _, _) = await AskAsync(_ => replies.Dequeue());

        Assert.Equal(("model", True1), (Text(answer, "mode"), Text(answer, "answer")));
    }

    [Fact]
    public async Task A_cut_stream_leaves_what_was_verified_and_nothing_is_retried()
    {
        var (answer, result, server) = await AskAsync(_ => Says($"{True1} {True2} And then it") with { CutAfter = 22, CutsQuietly = true });

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(("model", false, "model-cut-off"), (Text(answer, "mode"), answer.GetProperty("complete").GetBoolean(), Text(answer, "reason")));
        Assert.StartsWith(True1, Text(answer, "answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("And then", Text(answer, "answer"), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cut_before_anything_holds_it_is_the_extractive_answer_and_not_complete()
    {
        var (answer, _, server) = await AskAsync(_ => Says(True1) with { CutAfter = 3, CutsQuietly = true });

        Assert.Equal(("extractive", "model-cut-off"), (Text(answer, "mode"), Text(answer, "reason")));
        Assert.False(answer.GetProperty("complete").GetBoolean());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Broken_JSON_in_the_stream_leaves_what_was_verified()
    {
        var (answer, _, _) = await AskAsync(_ => Says($"{True1} {True2} {True2} {True2}") with { IsMalformed = true });

        Assert.Equal(("model", "model-bad-response"), (Text(answer, "mode"), Text(answer, "reason")));
        Assert.StartsWith(True1, Text(answer, "answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_at_the_limit_of_tokens_is_not_complete()
    {
        var (answer, _, _) = await AskAsync(_ => Says($"{True1} Training takes") with { FinishReason = "length" });

        Assert.Equal((True1, "model-length"), (Text(answer, "answer"), Text(answer, "reason")));
        Assert.False(answer.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task An_answer_of_which_nothing_holds_becomes_the_extractive_one()
    {
        var (answer, _, _) = await AskAsync(_ => Says(False1));

        Assert.Equal(("extractive", "unsupported"), (Text(answer, "mode"), Text(answer.GetProperty("fallback"), "code")));
        Assert.Equal(1, answer.GetProperty("unsupported").GetInt32());
        Assert.DoesNotContain("97.1", Text(answer, "answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extractive_on_request_asks_no_model()
    {
        var (answer, _, server) = await AskAsync(_ => Says(True1), "--extractive");

        Assert.Equal("extractive", Text(answer, "mode"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Thoughts_of_a_model_are_not_its_answer()
    {
        var (answer, _, _) = await AskAsync(_ => Says($"<think>It is 99 percent.\nMaybe.</think>\n\n{True1}"));

        Assert.Equal((True1, 1), (Text(answer, "answer"), answer.GetProperty("sentences").GetArrayLength()));
    }

    [Fact]
    public async Task Keys_behind_the_stop_and_lists_are_understood()
    {
        var (answer, _, _) = await AskAsync(_ => Says("* **LatticeNet** reaches an accuracy of 91.3 percent on the Gale benchmark. [1]\n* Training takes two hours.[1]"));

        Assert.Equal($"- {True1}\n- {True2}", Text(answer, "answer"));
    }

    [Fact]
    public async Task A_follow_up_is_made_to_stand_by_itself_by_the_model()
    {
        var server = await ModelServer.StartAsync(r => Says(r.TextOf("system").Contains("rewrite", StringComparison.Ordinal)
            ? "How long does LatticeNet train?" : True2));
        await using var stopping = server;

        var result = await RunAsync(server, ["ask", "-", "--json"], $$"""{"question": "How long does it train?", "history": ["{{Asked}}"]}""");

        var answer = PaperChatSchema.Object("answer", result.Output);
        Assert.Equal(("How long does LatticeNet train?", True2), (Text(answer, "understoodAs"), Text(answer, "answer")));
        Assert.Contains("LatticeNet: Sparse Routing", server.Requests[0].TextOf("user"), StringComparison.Ordinal);
        Assert.Equal(200, answer.GetProperty("model").GetProperty("promptTokens").GetInt32());
    }

    [Theory]
    [InlineData("The capital of France is Paris, and the answer is 42.")]
    [InlineData("LatticeNet trains in two hours [1].")]
    [InlineData("")]
    public async Task A_model_that_cannot_rewrite_leaves_it_to_the_rules(string rewritten)
    {
        var server = await ModelServer.StartAsync(r => Says(r.TextOf("system").Contains("rewrite", StringComparison.Ordinal) ? rewritten : True2));
        await using var stopping = server;

        var result = await RunAsync(server, ["ask", "-", "--json"], $$"""{"question": "How long does it train?", "history": ["{{Asked}}"]}""");

        var answer = PaperChatSchema.Object("answer", result.Output);
        Assert.False(answer.TryGetProperty("understoodAs", out _));
        Assert.Equal(True2, Text(answer, "answer"));
    }

    [Fact]
    public async Task The_deep_mode_searches_further_scores_and_says_what_it_took()
    {
        Assert.SkipWhen(RunningBuild.IsFullStack, "In the full stack the model calls functions.");

        var (answer, _, server) = await AskAsync(
            r => Says(r.TextOf("system") switch
            {
                var s when s.Contains("propose searches", StringComparison.Ordinal) => "1. tidal harmonic series\n2. weather routing\n3. coral reefs\n4. too many",
                var s when s.Contains("judge how far", StringComparison.Ordinal) => r.TextOf("user").Contains("91.3%", StringComparison.Ordinal) ? "9 It reaches 91.3% accuracy." : "1 Nothing.",
                _ => True1,
            }),
            "--deep");

        var deep = answer.GetProperty("deep");
        Assert.Equal(["tidal harmonic series", "weather routing", "coral reefs"], deep.GetProperty("searches").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal((9, "arxiv:2401.00001"), (deep.GetProperty("scored")[0].GetProperty("score").GetInt32(), Text(deep.GetProperty("scored")[0], "id")));
        Assert.True(deep.GetProperty("tokens").GetInt64() > 300);
        Assert.Equal(True1, Text(answer, "answer"));
        Assert.True(server.Requests.Count >= 4);
    }

    [Fact]
    public async Task The_deep_mode_of_the_full_stack_has_the_model_call_functions_and_says_what_it_took()
    {
        Assert.SkipUnless(RunningBuild.IsFullStack, "In the default build the model proposes searches.");

        var looked = 0;
        var (answer, _, server) = await AskAsync(
            r => r.Functions.Count == 0 ? Says(True1)
                : looked++ == 0 ? new ModelReply("") { Calls = [new ModelCall("papers_search_papers", """{"query":"tidal harmonic series"}""")] }
                : Says("[1]"),
            "--deep");

        var deep = answer.GetProperty("deep");
        Assert.Equal(["tidal harmonic series"], deep.GetProperty("searches").EnumerateArray().Select(s => s.GetString()));
        Assert.True(deep.GetProperty("tokens").GetInt64() > 200);
        Assert.Equal(True1, Text(answer, "answer"));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_deep_mode_of_a_broken_model_is_an_ordinary_extractive_answer()
    {
        var (answer, _, _) = await AskAsync(_ => new ModelReply("Broken") { Status = 500 }, "--deep");

        Assert.Equal(("extractive", "model-server-error"), (Text(answer, "mode"), Text(answer.GetProperty("fallback"), "code")));
        Assert.Empty(answer.GetProperty("deep").GetProperty("searches").EnumerateArray());
    }

    [Fact]
    public async Task People_see_the_answer_and_why_a_model_did_not_write_it()
    {
        var server = await ModelServer.StartAsync(_ => new ModelReply("Broken") { Status = 500 });
        await using var stopping = server;

        var result = await RunAsync(server, ["ask", Asked]);

        Assert.Contains("91.3% accuracy", result.Output, StringComparison.Ordinal);
        Assert.Contains("In the papers' own sentences: test-model at", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_are_shown_tested_and_with_redacted_keys()
    {
        var server = await ModelServer.StartAsync(_ => Says("OK"));
        await using var stopping = server;

        var shown = await RunAsync(server, ["models"]);
        var json = PaperChatSchema.Object("models", (await RunAsync(server, ["models", "--json"])).Output);

        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Chat model: test-model (compatible)", shown.Output, StringComparison.Ordinal);
        Assert.Contains("...mnop", shown.Output, StringComparison.Ordinal);
        Assert.Contains("nothing leaves this machine", shown.Output, StringComparison.Ordinal);
        Assert.True(json.GetProperty("chat").GetProperty("ok").GetBoolean());
        Assert.Equal("local", Text(json.GetProperty("embeddings"), "provider"));
    }

    [Theory]
    [InlineData(500, 4)]
    [InlineData(401, 1)]
    public async Task A_model_that_does_not_answer_its_test_gives_the_exit_code(int status, int exitCode)
    {
        var server = await ModelServer.StartAsync(_ => new ModelReply("No") { Status = status });
        await using var stopping = server;

        var result = await RunAsync(server, ["models"]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains("failed: test-model at", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_nothing_is_asked_and_nothing_is_missing()
    {
        var program = await TestProgram.WithPapersAsync();
        program.Variables["OPENAI_API_KEY"] = Key;

        var result = await program.RunAsync("ask", Asked, "--json", "--deep");
        var models = await program.RunAsync("models", "--json");

        var answer = PaperChatSchema.Object("answer", result.Output);
        Assert.Equal("extractive", Text(answer, "mode"));
        Assert.False(answer.TryGetProperty("fallback", out _));
        Assert.False(PaperChatSchema.Object("models", models.Output).TryGetProperty("chat", out _));
    }

    [Fact]
    public async Task Measured_answers_of_a_model_have_the_retrieval_figures_of_the_extractive_ones()
    {
        var questions = Path.GetTempFileName();
        await File.WriteAllTextAsync(questions, $$"""
            {"id":"q1","type":"narrow","question":"{{Asked}}","gold_titles":["{{TestPapers.Lattice.Title}}"],"answer_must":[["91.3"]]}
            {"id":"q2","type":"narrow","question":"How many methods does the survey of tidal modelling cover?","gold_titles":["{{TestPapers.Summary.Title}}"],"answer_must":[["forty"]]}
            {"id":"q3","type":"followup","question":"How long does it train?","history":["{{Asked}}"],"gold_titles":["{{TestPapers.Lattice.Title}}"],"answer_must":[["two hours"]]}
            """, TestContext.Current.CancellationToken);
        var server = await ModelServer.StartAsync(r => Says(Quoting(r)));
        await using var stopping = server;

        var model = EvaluationOf(await RunAsync(server, ["eval", "answers", questions, "--json"]));
        var extractive = EvaluationOf(await RunAsync(server, ["eval", "answers", questions, "--json", "--extractive"]));
        File.Delete(questions);

        Assert.NotEmpty(server.Requests);
        foreach (var (one, other) in model.GetProperty("rows").EnumerateArray().Zip(extractive.GetProperty("rows").EnumerateArray()))
        {
            Assert.Equal(Retrieval(other), Retrieval(one));
        }

        Assert.Contains("recall@5=", Retrieval(extractive.GetProperty("all")), StringComparison.Ordinal);
        Assert.Equal(Retrieval(extractive.GetProperty("all")), Retrieval(model.GetProperty("all")));

        static JsonElement EvaluationOf(ProgramResult result) => PaperChatSchema.Object("evalAnswers", result.Output);

        // Says the first sentence of the first paper in its evidence that has a number.
        static string Quoting(ModelRequest request) => request.TextOf("system").Contains("rewrite", StringComparison.Ordinal)
            ? request.TextOf("user").Split("Last question: ")[1]
            : request.TextOf("user").Split("[1] ")[1].Split('\n')[1].Split(". ").First(s => s.Any(char.IsDigit) || s.Contains("forty", StringComparison.Ordinal)) + " [1].";

        static string Retrieval(JsonElement figures) => string.Join(';', figures.EnumerateObject()
            .Where(p => p.Name is "allGold@5" or "recall@5" or "recall@10" or "retrieved")
            .Select(p => $"{p.Name}={p.Value}"));
    }
}
