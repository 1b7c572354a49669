using PaperChat.Hosting;

namespace PaperChat.Chat.Desk;

/// <summary>What may be asked: text that is not empty and not endless.</summary>
internal static class QuestionText
{
    /// <summary>In UTF-16 code units; longer ones are pasted documents, not questions.</summary>
    public const int MaxLength = 10_000;

    public static string Check(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UsageException("The question is empty.");
        }

        return text.Length <= MaxLength
            ? text.Trim()
            : throw new UsageException($"The question has {text.Length:N0} characters; at most {MaxLength:N0} are taken.");
    }
}
