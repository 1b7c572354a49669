using System.Globalization;
using System.Text.Json;

namespace PaperChat.Evaluation;

/// <summary>Claims with evidence sentences in the layout of SciFact (Wadden et al., EMNLP 2020).</summary>
public static class RationaleDataset
{
    /// <summary>One case for each claim and each abstract with evidence for it, in the order of the claims.</summary>
    /// <param name="claims">Claims: <c>id</c>, <c>claim</c>, <c>evidence</c> (abstract id to lists of <c>sentences</c>).</param>
    /// <param name="corpus">Abstracts: <c>doc_id</c>, <c>title</c>, <c>abstract</c> (an array of sentences).</param>
    /// <exception cref="EvaluationException">A file is missing or wrong, or evidence points to a sentence that is not there.</exception>
    public static async Task<IReadOnlyList<RationaleCase>> ReadAsync(string claims, string corpus, CancellationToken cancellationToken)
    {
        var papers = await ReadCorpusAsync(corpus, cancellationToken);
        var cases = new List<RationaleCase>();
        await foreach (var (line, value) in EvaluationFile.ObjectsAsync(claims, cancellationToken))
        {
            if (value.Field("evidence") is not { ValueKind: JsonValueKind.Object } evidence)
            {
                continue;
            }

            foreach (var paper in evidence.EnumerateObject())
            {
                var gold = GoldOf(paper.Value);
                if (!papers.TryGetValue(paper.Name, out var found) || gold.Any(i => i < 0 || i >= found.Sentences.Count))
                {
                    throw EvaluationFile.Wrong(claims, line, $"its evidence in {paper.Name} is not in the corpus");
                }

                cases.Add(new RationaleCase(
                    value.Text("id") ?? line.ToString(CultureInfo.InvariantCulture),
                    value.Text("claim") ?? throw EvaluationFile.Wrong(claims, line, "the record has no \"claim\""),
                    paper.Name, found.Title, found.Sentences, gold));
            }
        }

        return cases;
    }

    private static async Task<Dictionary<string, (string Title, IReadOnlyList<string> Sentences)>> ReadCorpusAsync(
        string path, CancellationToken cancellationToken)
    {
        var papers = new Dictionary<string, (string, IReadOnlyList<string>)>(StringComparer.Ordinal);
        await foreach (var (line, value) in EvaluationFile.ObjectsAsync(path, cancellationToken))
        {
            var id = value.Text("doc_id") ?? throw EvaluationFile.Wrong(path, line, "the record has no \"doc_id\"");
            papers[id] = (value.Text("title") ?? "", value.Texts("abstract"));
        }

        return papers;
    }

    private static HashSet<int> GoldOf(JsonElement lists) =>
        lists.ValueKind != JsonValueKind.Array
            ? []
            : [.. lists.EnumerateArray().SelectMany(l => l.Texts("sentences")).Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
}
