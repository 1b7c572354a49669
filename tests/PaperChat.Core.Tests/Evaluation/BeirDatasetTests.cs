using System.IO.Compression;
using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class BeirDatasetTests : IDisposable
{
    private const string Queries = """
        {"_id": "q1", "text": "first", "metadata": {"exclude": ["d9"]}}

        {"_id": 2, "text": "second"}
        {"_id": "q3", "text": "not judged"}
        """;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("query-id\tcorpus-id\tscore\nq1\td1\t1\n2\td2\t2\n")]
    [InlineData("q1\td1\t1\n2\td2\t2\n")]
    [InlineData("q1\td1\t1\r\n2\td2\t2\r\nq3\td3\t0")]
    [InlineData("q1\t0\td1\t1\n2\t0\td2\t2\nunknown\t0\td2\t2\n")]
    public async Task Judgements_are_read_with_and_without_a_header(string qrels)
    {
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels.tsv", qrels);

        var dataset = await BeirDataset.OpenAsync(_folder.Path, null, Token);

        Assert.Equal(["q1", "2"], dataset.Queries.Select(q => q.Id));
        Assert.Equal(1, dataset.Queries[0].Grades[new PaperId("d1")]);
        Assert.Equal(2, dataset.Queries[1].Grades[new PaperId("d2")]);
        Assert.Equal([new PaperId("d9")], dataset.Queries[0].Exclude);
        Assert.False(dataset.HasCorpus);
    }

    [Fact]
    public async Task Judgements_in_a_test_folder_are_found_and_a_named_file_goes_before_them()
    {
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels/test.tsv", "q1\td1\t1\n");
        var named = _folder.Write("other.tsv", "2\td1\t1\n");

        Assert.Equal("q1", Assert.Single((await BeirDataset.OpenAsync(_folder.Path, null, Token)).Queries).Id);
        Assert.Equal("2", Assert.Single((await BeirDataset.OpenAsync(_folder.Path, named, Token)).Queries).Id);
    }

    [Fact]
    public async Task A_gzipped_corpus_keeps_every_id_and_its_empty_texts()
    {
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels.tsv", "q1\td1\t1\n");
        WriteGzip("corpus.jsonl.gz", "{\"_id\":\"d1\",\"title\":\"T\",\"text\":\"\"}\n{\"_id\":\"d2\",\"title\":\"T\"}\n{\"_id\":7,\"text\":\"x\"}\n");

        var dataset = await BeirDataset.OpenAsync(_folder.Path, null, Token);
        var documents = await dataset.ReadCorpusAsync(Token).ToListAsync(Token);

        Assert.True(dataset.HasCorpus);
        Assert.Equal(
            [new BeirDocument("d1", "T", "", 1), new BeirDocument("d2", "T", "", 2), new BeirDocument("7", "", "x", 3)], documents);
    }

    [Fact]
    public async Task Missing_judgements_are_an_error_that_says_how_to_name_them()
    {
        _folder.Write("queries.jsonl", Queries);

        var error = await Assert.ThrowsAsync<EvaluationException>(() => BeirDataset.OpenAsync(_folder.Path, null, Token));

        Assert.Contains("--qrels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_file_that_is_missing_is_an_error_that_names_it()
    {
        _folder.Write("queries.jsonl", Queries);
        var path = _folder.File("nowhere.tsv");

        var error = await Assert.ThrowsAsync<EvaluationException>(() => BeirDataset.OpenAsync(_folder.Path, path, Token));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1\td1\t1\nq1\td2\tmany\n", "line 2")]
    [InlineData("q1 d1 1\n", "line 1")]
    public async Task A_wrong_judgement_is_an_error_with_its_line(string qrels, string line)
    {
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels.tsv", qrels);

        var error = await Assert.ThrowsAsync<EvaluationException>(() => BeirDataset.OpenAsync(_folder.Path, null, Token));

        Assert.Contains(line, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"_id\": \"q1\", \"text\": \"cut", "line 1")]
    [InlineData("{\"_id\": \"q1\", \"text\": \"a\"}\n{\"text\": \"no id\"}", "line 2")]
    [InlineData("[1]", "line 1")]
    public async Task A_wrong_query_is_an_error_with_its_line(string queries, string line)
    {
        _folder.Write("queries.jsonl", queries);
        _folder.Write("qrels.tsv", "q1\td1\t1\n");

        var error = await Assert.ThrowsAsync<EvaluationException>(() => BeirDataset.OpenAsync(_folder.Path, null, Token));

        Assert.Contains(line, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judgements_of_other_queries_are_an_error()
    {
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels.tsv", "someone-else\td1\t1\n");

        await Assert.ThrowsAsync<EvaluationException>(() => BeirDataset.OpenAsync(_folder.Path, null, Token));
    }

    [Fact]
    public async Task A_corpus_that_breaks_off_is_an_error_that_names_it()
    {
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels.tsv", "q1\td1\t1\n");
        WriteGzip("corpus.jsonl.gz", string.Concat(Enumerable.Range(0, 2000).Select(i => $"{{\"_id\":\"{i * 7919 % 2003}\"}}\n")));
        var bytes = await File.ReadAllBytesAsync(_folder.File("corpus.jsonl.gz"), Token);
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xff);
        await File.WriteAllBytesAsync(_folder.File("corpus.jsonl.gz"), bytes, Token);
        var dataset = await BeirDataset.OpenAsync(_folder.Path, null, Token);

        var error = await Assert.ThrowsAsync<EvaluationException>(async () => await dataset.ReadCorpusAsync(Token).CountAsync(Token));

        Assert.Contains("corpus.jsonl.gz", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cacm", 3204, 52)]
    [InlineData("csfcube", 4205, 50)]
    [InlineData("scholarqa-multi", 565, 108)]
    [InlineData("autoscholar", 0, 205)]
    public async Task Real_collections_have_the_documents_and_queries_that_they_should(string name, int documents, int queries)
    {
        var dataset = await BeirDataset.OpenAsync(SharedFolder.Require($"eval/collections/{name}"), null, Token);

        Assert.Equal(name, dataset.Name);
        Assert.Equal(queries, dataset.Queries.Count);
        Assert.Equal(documents, await dataset.ReadCorpusAsync(Token).Select(d => d.Id).Distinct().CountAsync(Token));
    }

    private void WriteGzip(string name, string content)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(_folder.File(name)), CompressionLevel.Fastest));
        writer.Write(content);
    }
}
