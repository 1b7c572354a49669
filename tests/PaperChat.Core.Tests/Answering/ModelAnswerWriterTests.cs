using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Prompts;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.Core.Tests.Answering;

public sealed class ModelAnswerWriterTests
{
    private static async Task<(IReadOnlyList<ChatMessage> Sent, Answer Answer)> AskAsync(Question question, int contextTokens = 8192, string says = "NOT_ANSWERED")
    {
        using var client = new RecordingChatClient(says);
        await using var library = await TestLibrary.OpenAsync();
        var answering = new ModelAnswering(client, PromptSet.Load(null), new ModelAnswerOptions { ContextTokens = contextTokens });
        var events = await new AnswerPipeline(library, TimeProvider.System, answering, null)
            .AskAsync(question, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return (client.Sent, events.OfType<AnswerCompleted>().Single().Answer);
    }

    [Fact]
    public async Task The_prompt_holds_the_question_the_turns_before_and_keyed_evidence()
    {
        var (sent, _) = await AskAsync(new Question { Text = "What error does GliderNet reach on StormBench?", History = ["Tell me about GliderNet."] });

        Assert.Contains("Tell me about GliderNet.", sent[1].Text, StringComparison.Ordinal);
        Assert.Contains("[1] GliderNet: Soaring Transformers", sent[1].Text, StringComparison.Ordinal);
        Assert.Contains("an error of 4.2%", sent[1].Text, StringComparison.Ordinal);
        Assert.EndsWith("Question: What error does GliderNet reach on StormBench?", sent[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_conversation_fits_the_models_context_with_its_last_turns_and_some_evidence()
    {
        string[] turns = [.. Enumerable.Range(0, 300).Select(i => $"Question {i} about GliderNet: {string.Join(' ', Enumerable.Repeat("how does it read radar frames", 6))}?")];

        var (sent, _) = await AskAsync(new Question { Text = "What error does GliderNet reach on StormBench?", History = turns }, contextTokens: 2048);

        Assert.InRange(sent.Sum(m => TokenEstimate.Of(m.Text)) + 700, 1, 2048);
        Assert.Contains("Question 299", sent[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Question 200", sent[1].Text, StringComparison.Ordinal);
        Assert.Contains("[1] GliderNet", sent[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_keeps_the_models_name_and_the_prompts_hash()
    {
        var (_, answer) = await AskAsync(new Question { Text = "How long does GliderNet train?" }, says: "Training takes three hours on a single GPU [1].");

        Assert.Equal(("recorded", PromptSet.Load(null)["answer"].Hash), (answer.Model!.Name, answer.Model.PromptHash));
        Assert.Equal("Training takes three hours on a single GPU [1].", answer.Text);
        Assert.Equal(SentenceVerdict.Verbatim, answer.Sentences[0].Verdict);
    }

    [Fact]
    public async Task A_question_that_names_no_paper_shows_those_that_rank_close_as_well()
    {
        var (sent, _) = await AskAsync(new Question { Text = "ring attention" });

        Assert.Contains("GliderNet", sent[1].Text, StringComparison.Ordinal);
        Assert.Contains("Ring Attention Revisited", sent[1].Text, StringComparison.Ordinal);
    }
}
