using System.Text.Json;
using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class VerificationEvaluationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shares_are_counted_by_kind_and_overall()
    {
        var result = await RunAsync(
            """{"id":"a","sentence":"Kites gain twelve metres in wind.","cites":["Kites: a survey"],"label":"supported","kind":"number_format"}""",
            """{"id":"b","sentence":"Kites gain 15 metres in wind.","cites":["t:kites"],"label":"unsupported","kind":"number_changed"}""",
            """{"id":"c","sentence":"Kites gain 12 metres in wind.","cites":["t:kites"],"label":"unsupported","kind":"number_changed"}""",
            """{"id":"d","sentence":"Kites like soup with onions.","cites":["t:kites"],"label":"supported"}""");

        Assert.Equal((4, 0), (result.Sentences, result.Missing));
        Assert.Equal(new VerificationFigures(2, 2, 0.5, 0.5), result.All);
        Assert.Equal(new VerificationFigures(0, 2, 0.5, null), result.Kinds["number_changed"]);
        Assert.Equal(new VerificationFigures(1, 0, null, 0), result.Kinds["number_format"]);
        Assert.Equal(["a", "b"], result.Rows!.Where(r => r.IsRight).Select(r => r.Id));
    }

    [Fact]
    public async Task Sentences_whose_papers_the_library_does_not_have_are_left_out_and_counted()
    {
        var result = await RunAsync("""{"id":"a","sentence":"Boats float.","cites":["Boats"],"label":"supported"}""");

        Assert.Equal((0, 1), (result.Sentences, result.Missing));
        Assert.Null(result.All.Detection);
    }

    [Fact]
    public async Task The_result_is_written_as_json_with_reasons_by_name()
    {
        var result = await RunAsync("""{"id":"a","sentence":"Kites gain 15 metres in wind.","cites":["t:kites"],"label":"unsupported","kind":"n"}""");

        var json = JsonSerializer.Serialize(result, EvaluationJson.Default.VerificationResult);

        using var document = JsonDocument.Parse(json);
        Assert.Equal(1, document.RootElement.GetProperty("all").GetProperty("detection").GetDouble());
        Assert.Equal("number", document.RootElement.GetProperty("rows")[0].GetProperty("failures")[0].GetProperty("kind").GetString());
        Assert.Equal("unsupported", document.RootElement.GetProperty("rows")[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("""{"sentence":"x","cites":["y"],"label":"supported"}""", "id is missing")]
    [InlineData("""{"id":"a","sentence":"x","cites":[],"label":"supported"}""", "cites")]
    [InlineData("""{"id":"a","sentence":"x","cites":["y"],"label":"maybe"}""", "label")]
    public async Task A_wrong_line_is_named(string line, string what)
    {
        var error = await Assert.ThrowsAsync<EvaluationException>(() => RunAsync(line));

        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    private async Task<VerificationResult> RunAsync(params string[] lines)
    {
        var path = Path.Combine(_folder.Path, "verify.jsonl");
        await File.WriteAllLinesAsync(path, lines, Token);
        Paper kites = new() { Id = new PaperId("t:kites"), Title = "Kites: A Survey", Abstract = "Kites gain 12 metres in wind. They rest at night." };
        await using var library = await InMemoryPaperLibrary.OfAsync([kites], Token);
        return await new VerificationEvaluation(library, TimeProvider.System).RunAsync("x", await VerificationFile.ReadAsync(path, Token), Token);
    }
}
