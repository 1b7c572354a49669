using System.Text.Json;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evaluation;

/// <summary>
/// Reads labelled sentences, one JSON object a line: <c>{"paper","start","end","half","tuples":[{"value":[start,end],"metric":[...],
/// "dataSets":[[...]]?,"method":[...]?,"change":true?}]}</c>. Offsets are UTF-16 code units of the abstract.
/// </summary>
public static class FigureFile
{
    /// <exception cref="EvaluationException">A line is not such an object.</exception>
    public static async Task<IReadOnlyList<FigureCase>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var cases = new List<FigureCase>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            try
            {
                using var json = JsonDocument.Parse(line);
                cases.Add(Case(json.RootElement));
            }
            catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new EvaluationException($"{path}:{number} is no labelled sentence: {failure.Message}");
            }
        }

        return cases;
    }

    private static FigureCase Case(JsonElement json) => new(
        new PaperId(json.GetProperty("paper").GetString()!),
        json.GetProperty("start").GetInt32(),
        json.GetProperty("end").GetInt32(),
        json.GetProperty("half").GetString()!,
        [.. json.GetProperty("tuples").EnumerateArray().Select(Label)]);

    private static FigureLabel Label(JsonElement json) => new(
        Span(json.GetProperty("value")),
        Span(json.GetProperty("metric")),
        json.TryGetProperty("dataSets", out var sets) ? [.. sets.EnumerateArray().Select(Span)] : [],
        json.TryGetProperty("method", out var method) ? Span(method) : null,
        json.TryGetProperty("change", out var change) && change.GetBoolean());

    private static TextSpan Span(JsonElement json) => new(json[0].GetInt32(), json[1].GetInt32() - json[0].GetInt32());
}
