using System.Text.Json;

namespace PaperChat.Evaluation;

/// <summary>
/// Reads sentences for <c>eval verify</c>, one JSON object a line: <c>id</c>, <c>sentence</c>, <c>cites</c> (titles or ids of papers),
/// <c>label</c> (<c>supported</c> or <c>unsupported</c>) and optionally <c>kind</c>.
/// </summary>
public static class VerificationFile
{
    /// <exception cref="EvaluationException">The file is missing, empty or wrong, or two sentences have one id.</exception>
    public static async Task<IReadOnlyList<VerificationCase>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var cases = new List<VerificationCase>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (line, value) in EvaluationFile.ObjectsAsync(path, cancellationToken))
        {
            var read = Read(path, line, value);
            if (!ids.Add(read.Id))
            {
                throw EvaluationFile.Wrong(path, line, $"the id {read.Id} was there before");
            }

            cases.Add(read);
        }

        return cases.Count > 0 ? cases : throw new EvaluationException($"{path} has no sentences.");
    }

    private static VerificationCase Read(string path, long line, JsonElement value)
    {
        var cites = value.Texts("cites");
        if (cites.Count == 0)
        {
            throw EvaluationFile.Wrong(path, line, "cites must name at least one paper");
        }

        return new VerificationCase(
            Required(path, line, value, "id"), Required(path, line, value, "sentence"), cites, IsSupported(path, line, value), value.Text("kind") ?? "other");
    }

    private static bool IsSupported(string path, long line, JsonElement value) => value.Text("label") switch
    {
        "supported" => true,
        "unsupported" => false,
        _ => throw EvaluationFile.Wrong(path, line, "label must be supported or unsupported"),
    };

    private static string Required(string path, long line, JsonElement value, string name) =>
        value.Text(name) is { Length: > 0 } text ? text : throw EvaluationFile.Wrong(path, line, $"{name} is missing");
}
