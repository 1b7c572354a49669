using PaperChat.Chat.Tests.Json;
using PaperChat.Embedded;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Console.Commands;

public sealed class MeasuringAndMaintenanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Retrieval_figures_follow_the_schema()
    {
        _folder.Write("corpus.jsonl", "{\"_id\":\"a\",\"title\":\"Tides\",\"text\":\"The moon moves the sea.\"}\n");
        _folder.Write("queries.jsonl", "{\"_id\":\"q\",\"text\":\"moon\"}\n");
        _folder.Write("qrels.tsv", "query-id\tcorpus-id\tscore\nq\ta\t1\n");
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("eval", "retrieval", _folder.Path, "--json");
        var plain = await program.RunAsync("eval", "retrieval", _folder.Path);

        Assert.Equal(1, PaperChatSchema.Object("evalRetrieval", result.Output).GetProperty("metrics").GetProperty("mrr@10").GetDouble());
        Assert.Contains("ndcg@10         1.0000\n", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_figures_follow_the_schema_and_the_curve_is_drawn()
    {
        var questions = _folder.Write("q.jsonl", """{"id":"1","type":"factoid","question":"What accuracy does LatticeNet reach?","gold_titles":["LatticeNet: Sparse Routing for Weather Forecasting"],"answer_must":[["91.3%"]]}""");
        var plot = _folder.File("plot.svg");
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("eval", "answers", questions, "--json", "--held-out", "--plot", plot);
        var plain = await program.RunAsync("eval", "answers", questions);

        var figures = PaperChatSchema.Object("evalAnswers", result.Output);
        Assert.Equal(1, figures.GetProperty("all").GetProperty("allGold@5").GetDouble());
        Assert.Equal(1, figures.GetProperty("heldOut").GetProperty("questions").GetInt32());
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(plot), StringComparison.Ordinal);
        Assert.Contains("factoid", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_figures_follow_the_schema()
    {
        var sentences = _folder.Write(
            "v.jsonl",
            """
            {"id":"1","sentence":"LatticeNet reaches 91.3 percent accuracy on the Gale benchmark.","cites":["LatticeNet: Sparse Routing for Weather Forecasting"],"label":"supported","kind":"number_format"}
            {"id":"2","sentence":"LatticeNet reaches 93.1% accuracy on the Gale benchmark.","cites":["arxiv:2401.00001"],"label":"unsupported","kind":"number_changed"}
            {"id":"3","sentence":"Boats float.","cites":["Boats"],"label":"supported"}
            """);
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("eval", "verify", sentences, "--json");
        var plain = await program.RunAsync("eval", "verify", sentences);

        var figures = PaperChatSchema.Object("evalVerify", result.Output);
        Assert.Equal((2, 1), (figures.GetProperty("sentences").GetInt32(), figures.GetProperty("missing").GetInt32()));
        Assert.Equal(1, figures.GetProperty("kinds").GetProperty("number_changed").GetProperty("detection").GetDouble());
        Assert.Contains("number_changed       0      1    100.0%             -\n", plain.Output, StringComparison.Ordinal);
        Assert.Contains("left out: 1 ", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maintenance_of_a_library_follows_the_schema()
    {
        var folder = _folder.File("library");
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(folder, TimeProvider.System, CancellationToken.None))
        {
            await writer.CommitAsync(CancellationToken.None);
        }

        var program = await TestProgram.WithPapersAsync();
        var backup = _folder.File("backup");

        var verify = await program.RunAsync("library", "verify", "--json", "--library", folder);
        var compact = await program.RunAsync("library", "compact", "--json", "--library", folder);
        var export = await program.RunAsync("library", "export", backup, "--json", "--library", folder);
        var import = await program.RunAsync("library", "import", backup, "--json", "--library", folder);

        Assert.True(PaperChatSchema.Object("libraryVerify", verify.Output).GetProperty("sound").GetBoolean());
        Assert.All([compact, export, import], r => PaperChatSchema.Object("libraryMaintenance", r.Output));
    }

    [Fact]
    public async Task A_missing_file_of_questions_is_a_failure_that_names_it()
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("eval", "answers", _folder.File("none.jsonl"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("none.jsonl", result.Error, StringComparison.Ordinal);
    }
}
