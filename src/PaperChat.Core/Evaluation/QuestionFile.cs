using System.Text.Json;

namespace PaperChat.Evaluation;

/// <summary>
/// Reads questions for <c>eval answers</c>, one JSON object a line: <c>id</c>, <c>type</c>, <c>question</c>, and optionally
/// <c>history</c>, <c>gold_titles</c>, <c>evidence</c>, <c>answer_must</c> (groups of alternatives) and <c>notes</c>, in which
/// <c>borderline, not penalised: A | B</c> names papers that may be cited as well.
/// </summary>
public static class QuestionFile
{
    private const string Borderline = "borderline, not penalised:";

    /// <exception cref="EvaluationException">The file is missing, empty or wrong, or two questions have one id.</exception>
    public static async Task<IReadOnlyList<EvaluationQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var questions = new List<EvaluationQuestion>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (line, value) in EvaluationFile.ObjectsAsync(path, cancellationToken))
        {
            var question = Read(path, line, value);
            if (!ids.Add(question.Id))
            {
                throw EvaluationFile.Wrong(path, line, $"the id {question.Id} was there before");
            }

            questions.Add(question);
        }

        return questions.Count > 0 ? questions : throw new EvaluationException($"{path} has no questions.");
    }

    private static EvaluationQuestion Read(string path, long line, JsonElement value)
    {
        string Required(string name) =>
            value.Text(name) is { Length: > 0 } text ? text : throw EvaluationFile.Wrong(path, line, $"the record has no \"{name}\"");

        return new EvaluationQuestion
        {
            Id = Required("id"),
            Type = Required("type"),
            Text = Required("question"),
            History = value.Texts("history"),
            GoldTitles = value.Texts("gold_titles"),
            Evidence = value.Texts("evidence"),
            RequiredFacts = Facts(path, line, value),
            BorderlineTitles = BorderlineOf(value.Text("notes")),
        };
    }

    private static IReadOnlyList<IReadOnlyList<string>> Facts(string path, long line, JsonElement value)
    {
        if (value.Field("answer_must") is not { } groups)
        {
            return [];
        }

        if (groups.ValueKind != JsonValueKind.Array || groups.EnumerateArray().Any(g => g.ValueKind != JsonValueKind.Array))
        {
            throw EvaluationFile.Wrong(path, line, "\"answer_must\" is not an array of arrays of alternatives");
        }

        return [.. groups.EnumerateArray().Select(g => g.AsTexts())];
    }

    private static string[] BorderlineOf(string? notes) =>
        notes is not null && notes.StartsWith(Borderline, StringComparison.OrdinalIgnoreCase)
            ? notes[Borderline.Length..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
}
