using Microsoft.Extensions.AI;
using PaperChat.Prompts;

namespace PaperChat.Answering;

/// <summary>What a chat model does in answering: it writes, makes follow-ups stand by themselves, and looks further. Thread-safe.</summary>
public sealed class ModelAnswering
{
    public ModelAnswering(IChatClient client, PromptSet prompts, ModelAnswerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Writer = new ModelAnswerWriter(client, prompts, options);
        Rewriter = new QuestionRewriter(client, prompts);
        Deep = new DeepSearch(client, prompts, options);
    }

    public IAnswerWriter Writer { get; }

    /// <summary>What answers in the deep mode, looking further by itself; null for the deep search and <see cref="Writer"/>.</summary>
    public IAnswerWriter? DeepWriter { get; init; }

    internal QuestionRewriter Rewriter { get; }

    internal DeepSearch Deep { get; }
}
