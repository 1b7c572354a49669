using System.Text;

namespace PaperChat.Text;

/// <summary>Stored text of a paper as a language model may read it: cleaned, and without the sentences that try to instruct one.</summary>
public static class TextForModels
{
    private const string LeftOut = "(a sentence that addresses language models is left out)";

    public static string Of(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var text = new StringBuilder();
        var at = 0;
        foreach (var span in InstructionFinder.Find(stored))
        {
            text.Append(stored, at, span.Start - at).Append(LeftOut);
            at = span.End;
        }

        text.Append(stored, at, stored.Length - at);
        return TextCleaner.Clean(text.ToString()).Text;
    }
}
