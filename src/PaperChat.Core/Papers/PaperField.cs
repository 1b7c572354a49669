namespace PaperChat.Papers;

/// <summary>The stored text fields that chunks and quotes point into.</summary>
public enum PaperField
{
    Title = 0,
    Abstract = 1,
    Body = 2,
}
