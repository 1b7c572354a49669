using PaperChat.Answering;

namespace PaperChat.Core.Tests.Answering;

public sealed class QuestionRewriterTests
{
    private static readonly string[] Conversation = ["Tell me about GliderNet.", "GliderNet: Soaring Transformers for Weather Maps"];

    [Theory]
    [InlineData("How long does GliderNet train?")]
    [InlineData("\"How long does GliderNet train?\"")]
    [InlineData(" How long does GliderNet, the transformer for weather maps, train? ")]
    public void A_question_made_of_the_conversation_is_accepted(string rewritten) =>
        Assert.StartsWith("How long does GliderNet", QuestionRewriter.Accept(rewritten, "How long does it train?", Conversation), StringComparison.Ordinal);

    [Theory]
    [InlineData("How long does it train?")]
    [InlineData("")]
    [InlineData("GliderNet trains three hours [1].")]
    [InlineData("How long does GliderNet train?\nIt takes three hours.")]
    [InlineData("What is the capital of France?")]
    [InlineData("How long does GliderNet train on eight Nvidia H100 accelerators in Norway?")]
    [InlineData("What does GliderNet weigh?")]
    public void Anything_else_leaves_it_to_the_rules(string rewritten) =>
        Assert.Null(QuestionRewriter.Accept(rewritten, "How long does it train?", Conversation));
}
