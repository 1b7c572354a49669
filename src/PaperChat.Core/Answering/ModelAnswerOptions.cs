namespace PaperChat.Answering;

/// <summary>What a chat model can take, and what may be spent on it.</summary>
public sealed record ModelAnswerOptions
{
    public static ModelAnswerOptions Default { get; } = new();

    /// <summary>Tokens that question, evidence and answer have together.</summary>
    public int ContextTokens { get; init; } = 8_192;

    /// <summary>Tokens after which the deep mode scores no more papers.</summary>
    public long DeepTokens { get; init; } = 20_000;

    /// <summary>Most requests at a time in the deep mode.</summary>
    public int Concurrency { get; init; } = 4;
}
