namespace PaperChat.Questions;

/// <summary>The form in which a text states what was asked.</summary>
[Flags]
public enum AnswerForm
{
    Any = 0,
    Number = 1,
    Duration = 2,
    Share = 4,
    Hardware = 8,
    Cause = 16,
    Means = 32,
    Purpose = 64,
    Novelty = 128,
    Evaluation = 256,
    Limit = 512,
    Code = 1024,

    /// <summary>The long form of a short one.</summary>
    Expansion = 2048,
}
