using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>
/// A retrieval collection in BEIR layout (https://github.com/beir-cellar/beir): <c>queries.jsonl</c>, judgements, and
/// <c>corpus.jsonl</c> unless the documents are in a library already. Every file may be gzipped.
/// </summary>
public sealed class BeirDataset
{
    private readonly string? _corpus;

    private BeirDataset(string name, string? corpus, IReadOnlyList<BeirQuery> queries)
    {
        Name = name;
        _corpus = corpus;
        Queries = queries;
    }

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    public bool HasCorpus => _corpus is not null;

    /// <summary>The path of the corpus file; null when there is none.</summary>
    public string? CorpusPath => _corpus;

    /// <summary>The queries with at least one relevant document, in the order of their file.</summary>
    public IReadOnlyList<BeirQuery> Queries { get; }

    /// <param name="folder">The collection's folder.</param>
    /// <param name="qrels">The judgements; null takes <c>qrels.tsv</c>, else <c>qrels/test.tsv</c>, of the folder.</param>
    /// <exception cref="EvaluationException">A file is missing or wrong, or no query has a relevant document.</exception>
    public static async Task<BeirDataset> OpenAsync(string folder, string? qrels, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            throw new EvaluationException($"The folder {folder} does not exist. Name a folder with queries.jsonl and qrels.tsv.");
        }

        var queryPath = EvaluationFile.Find(folder, "queries.jsonl", "queries.jsonl.gz")
            ?? throw new EvaluationException($"{folder} has no queries.jsonl and no queries.jsonl.gz.");
        var qrelsPath = qrels
            ?? EvaluationFile.Find(
                folder, "qrels.tsv", "qrels.tsv.gz", Path.Combine("qrels", "test.tsv"), Path.Combine("qrels", "test.tsv.gz"))
            ?? throw new EvaluationException($"{folder} has no qrels.tsv and no qrels/test.tsv. Name the judgements with --qrels FILE.");

        var judgements = await Qrels.ReadAsync(qrelsPath, cancellationToken);
        var queries = await ReadQueriesAsync(queryPath, judgements, cancellationToken);
        if (queries.Count == 0)
        {
            throw new EvaluationException($"{qrelsPath} has no relevant document for any query of {queryPath}. Do the two belong together?");
        }

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return new BeirDataset(name, EvaluationFile.Find(folder, "corpus.jsonl", "corpus.jsonl.gz"), queries);
    }

    /// <summary>The documents in the order of the file; none without a corpus file.</summary>
    public async IAsyncEnumerable<BeirDocument> ReadCorpusAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_corpus is null)
        {
            yield break;
        }

        await foreach (var (line, value) in EvaluationFile.ObjectsAsync(_corpus, cancellationToken))
        {
            yield return new BeirDocument(IdOf(_corpus, line, value), value.Text("title") ?? "", value.Text("text") ?? "", line);
        }
    }

    private static async Task<List<BeirQuery>> ReadQueriesAsync(
        string path, Dictionary<string, Dictionary<PaperId, int>> judgements, CancellationToken cancellationToken)
    {
        var queries = new List<BeirQuery>();
        await foreach (var (line, value) in EvaluationFile.ObjectsAsync(path, cancellationToken))
        {
            var id = IdOf(path, line, value);
            if (judgements.TryGetValue(id, out var grades) && grades.Values.Any(g => g > 0))
            {
                var exclude = value.Field("metadata")?.Texts("exclude") ?? [];
                queries.Add(new BeirQuery(id, value.Text("text") ?? "", grades) { Exclude = [.. exclude.Select(e => new PaperId(e))] });
            }
        }

        return queries;
    }

    private static string IdOf(string path, long line, JsonElement value) =>
        value.Text("_id") ?? throw EvaluationFile.Wrong(path, line, "the record has no \"_id\"");
}
