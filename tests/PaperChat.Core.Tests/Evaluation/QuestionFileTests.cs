using PaperChat.Evaluation;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class QuestionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_is_read_with_everything_that_is_known_of_its_answer()
    {
        var one = Assert.Single(await ReadAsync("""
            {"id": "a", "type": "topic", "question": "Kites?", "history": ["Before."], "gold_titles": ["K"], "evidence": ["E"], "answer_must": [["x", "y"], ["z"]], "notes": "borderline, not penalised: B1 | B2"}
            """));

        Assert.Equal(("a", "topic", "Kites?"), (one.Id, one.Type, one.Text));
        Assert.Equal(["Before."], one.History);
        Assert.Equal(["K"], one.GoldTitles);
        Assert.Equal(["E"], one.Evidence);
        Assert.Equal([["x", "y"], ["z"]], one.RequiredFacts);
        Assert.Equal(["B1", "B2"], one.BorderlineTitles);
    }

    [Theory]
    [InlineData("factoid", "[\"K\"]", true, true)]
    [InlineData("paraphrase", "[\"K\"]", true, false)]
    [InlineData("unanswerable", "[]", false, false)]
    public async Task Paraphrases_and_unanswerable_questions_are_not_bounded(string type, string gold, bool answerable, bool bounded)
    {
        var one = Assert.Single(await ReadAsync($"{{\"id\":\"a\",\"type\":\"{type}\",\"question\":\"?\",\"gold_titles\":{gold}}}"));

        Assert.Equal((answerable, bounded), (one.IsAnswerable, one.IsBounded));
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"type\":\"t\"}", "\"question\"")]
    [InlineData("{\"id\":\"a\",\"type\":\"t\",\"question\":\"?\",\"answer_must\":[\"x\"]}", "answer_must")]
    [InlineData("{\"id\":\"a\",\"type\":\"t\",\"question\":\"?\"}\n{\"id\":\"a\",\"type\":\"t\",\"question\":\"?\"}", "line 2")]
    [InlineData("", "no questions")]
    public async Task A_wrong_file_is_an_error_that_says_what_is_wrong(string content, string says)
    {
        var error = await Assert.ThrowsAsync<EvaluationException>(() => ReadAsync(content));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_questions_are_all_read()
    {
        var questions = await QuestionFile.ReadAsync(SharedFolder.Require("eval/seed_dev_qa.jsonl"), Token);

        Assert.Equal(50, questions.Count);
        Assert.Equal(37, questions.Count(q => q.IsBounded));
        Assert.Equal(3, questions.Count(q => !q.IsAnswerable));
    }

    private Task<IReadOnlyList<EvaluationQuestion>> ReadAsync(string content) =>
        QuestionFile.ReadAsync(_folder.Write("questions.jsonl", content), Token);
}
