using PaperChat.Peers.Questions;

namespace PaperChat.Peers.Tests.Questions;

public sealed class QuestionSetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Words_are_lower_case_without_stop_words_and_not_stemmed()
    {
        Assert.Equal(["papers", "pre", "training", "papers"], QuestionSets.WordsOf("Which papers are about pre-training of the Papers?"));
    }

    [Fact]
    public async Task Questions_of_all_collections_come_in_one_fixed_order()
    {
        Write("first", 20);
        Write("second", 20);

        var sets = await OpenAsync();
        var again = await OpenAsync();

        Assert.Equal(40, sets.Queries.Count);
        Assert.Equal(sets.Queries.Select(q => (q.Set, q.Id)), again.Queries.Select(q => (q.Set, q.Id)));
        Assert.Equal(2, sets.Queries.Take(15).Select(q => q.Set).Distinct().Count());
        Assert.Equal(1, Assert.Single(sets.GradesOf("second", "q3")).Value);
    }

    public void Dispose() => _folder.Dispose();

    private Task<QuestionSets> OpenAsync() => QuestionSets.OpenAsync(_folder.Path, ["first", "second"], TestContext.Current.CancellationToken);

    private void Write(string name, int queries)
    {
        _folder.Folder(name);
        _folder.File(Path.Combine(name, "queries.jsonl"), [.. Enumerable.Range(0, queries).Select(i => $$"""{"_id": "q{{i}}", "text": "river {{i}}"}""")]);
        _folder.File(Path.Combine(name, "qrels.tsv"), [.. Enumerable.Range(0, queries).Select(i => $"q{i}\td{i}\t1")]);
    }
}
